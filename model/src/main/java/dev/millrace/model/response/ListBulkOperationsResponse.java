package dev.millrace.model.response;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A page of bulk operations.
///
/// @param nextToken of the next page; null on the last
public record ListBulkOperationsResponse(
        List<BulkOperationDescription> operations, @Nullable String nextToken) {}
