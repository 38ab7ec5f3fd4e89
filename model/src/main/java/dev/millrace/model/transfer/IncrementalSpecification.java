package dev.millrace.model.transfer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Between which moments changes are exported; what is null is as AWS has it by default.
///
/// @param from inclusive
/// @param to exclusive
public record IncrementalSpecification(
        @Nullable Instant from, @Nullable Instant to, @Nullable ExportViewType viewType) {}
