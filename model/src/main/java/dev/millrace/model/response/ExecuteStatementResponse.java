package dev.millrace.model.response;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What ExecuteStatement answers.
///
/// @param items what a SELECT found, or what a write was told to return
/// @param nextToken null if there is nothing more to read
/// @param lastEvaluatedKey the key that the page ended at; null if there is nothing more to read
public record ExecuteStatementResponse(
        List<Item> items,
        @Nullable String nextToken,
        @Nullable Item lastEvaluatedKey,
        @Nullable ConsumedCapacity consumedCapacity) {}
