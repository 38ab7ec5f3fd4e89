package dev.millrace.model.response;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// What became of one statement of a batch.
///
/// @param error null if it was carried out
/// @param tableName the table that it was carried out on, or tried to be; null if it did not get
///   that far
/// @param item what it found or was told to return; null for nothing
public record BatchStatementResponse(
        @Nullable BatchStatementError error, @Nullable String tableName, @Nullable Item item) {}
