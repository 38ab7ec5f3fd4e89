package dev.millrace.triggers.mapping;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a client can set, and set again, about a mapping. Members are named as the API names them.
///
/// @param batchSize 1 to 10,000
/// @param maximumBatchingWindowInSeconds 0 to 300
/// @param parallelizationFactor 1 to 10
/// @param maximumRecordAgeInSeconds -1 for no limit, or 60 to 604,800
/// @param maximumRetryAttempts -1 for no limit, or up to 10,000
/// @param tumblingWindowInSeconds 0 for none, up to 900
/// @param destination where failures are reported; null for nowhere
/// @param functionResponseTypes nothing, or `ReportBatchItemFailures`
/// @param filters event patterns
/// @param kmsKeyArn kept and shown; null for none
/// @param metrics kept and shown; null if there were none
public record MappingSettings(
        boolean enabled,
        int batchSize,
        int maximumBatchingWindowInSeconds,
        int parallelizationFactor,
        int maximumRecordAgeInSeconds,
        int maximumRetryAttempts,
        boolean bisectBatchOnFunctionError,
        int tumblingWindowInSeconds,
        @Nullable String destination,
        List<String> functionResponseTypes,
        List<String> filters,
        @Nullable String kmsKeyArn,
        @Nullable List<String> metrics) {
    /// What stands for everything that a client does not set.
    public static final MappingSettings DEFAULTS =
            new MappingSettings(
                    true, 100, 0, 1, -1, -1, false, 0, null, List.of(), List.of(), null, null);
}
