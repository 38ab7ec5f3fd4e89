package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

/// Lists the tags of a table, page by page.
///
/// @param nextToken where the last page ended; null for the first
public record ListTagsOfResourceRequest(String resourceArn, @Nullable String nextToken) {}
