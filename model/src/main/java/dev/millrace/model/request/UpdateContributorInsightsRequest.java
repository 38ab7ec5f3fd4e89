package dev.millrace.model.request;

import dev.millrace.model.insight.InsightsAction;
import dev.millrace.model.insight.InsightsMode;

import org.jspecify.annotations.Nullable;

/// Asks to switch contributor insights on or off.
///
/// @param indexName null for those of the table
/// @param mode the one to switch on in; means nothing for switching off
public record UpdateContributorInsightsRequest(
        String tableName, @Nullable String indexName, InsightsAction action, InsightsMode mode) {}
