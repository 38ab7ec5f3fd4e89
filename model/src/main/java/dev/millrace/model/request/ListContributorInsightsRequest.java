package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

/// Asks for which tables and indexes contributor insights are switched on.
///
/// @param tableName null for all tables
/// @param maxResults the most answers on a page
/// @param nextToken where the page before this one ended; null for the first
public record ListContributorInsightsRequest(
        @Nullable String tableName, int maxResults, @Nullable String nextToken) {}
