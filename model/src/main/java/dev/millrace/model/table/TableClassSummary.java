package dev.millrace.model.table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// The class of a table that was given one.
///
/// @param lastUpdateDateTime when UpdateTable changed it last; null if it never did
public record TableClassSummary(TableClass tableClass, @Nullable Instant lastUpdateDateTime) {}
