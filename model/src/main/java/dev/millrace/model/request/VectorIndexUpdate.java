package dev.millrace.model.request;

import dev.millrace.model.table.VectorIndexSpecification;

import org.jspecify.annotations.Nullable;

/// One element of UpdateTable's `VectorIndexUpdates`: each member names an action, and a request is
/// to name exactly one.
///
/// @param delete the name of the index to delete
public record VectorIndexUpdate(
        @Nullable VectorIndexSpecification create, @Nullable String delete) {}
