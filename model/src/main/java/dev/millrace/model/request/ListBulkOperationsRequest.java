package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

/// Asks for a page of all bulk operations.
///
/// @param nextToken of the page before; null for the first page
public record ListBulkOperationsRequest(int maxResults, @Nullable String nextToken) {}
