package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

/// Asks how far contributor insights are switched on.
///
/// @param indexName null for those of the table
public record DescribeContributorInsightsRequest(String tableName, @Nullable String indexName) {}
