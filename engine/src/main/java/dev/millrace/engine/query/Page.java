package dev.millrace.engine.query;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One page of a Query or a Scan.
///
/// @param items those that passed the filter
/// @param scannedCount how many were looked at
/// @param scannedBytes the sizes of their rows together, which is what the read costs
/// @param fetchedUnits the read units of the items that were fetched from the table, each rounded
///   on its own
/// @param last the item looked at last if the page ended before the range did; null at the end of
///   the range
/// @param rows all rows looked at, whether they passed or not; empty unless the cut is watched
public record Page(
        List<Item> items,
        int scannedCount,
        long scannedBytes,
        double fetchedUnits,
        @Nullable Item last,
        List<Item> rows) {}
