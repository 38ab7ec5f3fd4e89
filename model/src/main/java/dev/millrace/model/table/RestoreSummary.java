package dev.millrace.model.table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// That a table is being restored, as DescribeTable shows it until it is complete.
///
/// @param sourceBackupArn null if it is restored to a moment of a table's past
/// @param restoreDateTime the moment that its items are of
public record RestoreSummary(
        @Nullable String sourceBackupArn, String sourceTableArn, Instant restoreDateTime) {}
