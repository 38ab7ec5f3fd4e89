package dev.millrace.model.response;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The nearest vectors of an index.
///
/// @param results the nearest first
/// @param vectorSearchRequestBytes what the search used; null if it was not asked for
public record SearchVectorsResponse(
        List<Result> results, @Nullable Double vectorSearchRequestBytes) {
    /// One item and how far its vector is, in the terms of the index's distance function.
    public record Result(Item item, double score) {}
}
