package dev.millrace.model.response;

import dev.millrace.model.insight.InsightsDescription;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The tables and indexes with contributor insights, table by table.
///
/// @param nextToken null on the last page
public record ListContributorInsightsResponse(
        List<InsightsDescription> summaries, @Nullable String nextToken) {}
