package dev.millrace.model.response;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What Scan answers.
///
/// @param items null if only the count was asked for
/// @param lastEvaluatedKey null if the page reached the end
public record ScanResponse(
        @Nullable List<Item> items,
        int count,
        int scannedCount,
        @Nullable Item lastEvaluatedKey,
        @Nullable ConsumedCapacity consumedCapacity) {}
