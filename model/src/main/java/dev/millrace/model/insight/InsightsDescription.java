package dev.millrace.model.insight;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Contributor insights as clients see them.
///
/// @param indexName null for those of the table
/// @param mode null if they were never switched on
/// @param rules the names of the rules; empty unless they are on
/// @param lastUpdate null if they were never switched on
/// @param failure null unless they failed
public record InsightsDescription(
        String tableName,
        @Nullable String indexName,
        InsightsStatus status,
        @Nullable InsightsMode mode,
        List<String> rules,
        @Nullable Instant lastUpdate,
        @Nullable Failure failure) {
    /// Why they could not be switched on.
    public record Failure(String name, String description) {}
}
