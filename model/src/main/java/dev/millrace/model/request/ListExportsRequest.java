package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

/// Lists exports.
///
/// @param tableArn whose; null for all
/// @param maxResults from 1 to 25
/// @param nextToken as the page before gave it; null for the first page
public record ListExportsRequest(
        @Nullable String tableArn, int maxResults, @Nullable String nextToken) {}
