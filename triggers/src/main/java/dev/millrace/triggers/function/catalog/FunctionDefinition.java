package dev.millrace.triggers.function.catalog;

import dev.millrace.triggers.function.code.CodeReference;
import dev.millrace.triggers.function.instance.FunctionPlan;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// A function as it is kept.
///
/// @param architecture what its owner says that its code was made for; kept and shown
/// @param revisionId changes with every change of code or settings
/// @param reservedConcurrency how many invocations there may be at a time; null for no such limit
public record FunctionDefinition(
        String name,
        FunctionSettings settings,
        CodeReference code,
        String architecture,
        Instant lastModified,
        String revisionId,
        @Nullable Integer reservedConcurrency,
        Map<String, String> tags) {
    /// The function as its running copies need to know it.
    FunctionPlan plan() {
        return new FunctionPlan(
                name,
                revisionId,
                settings.runtime(),
                settings.handler(),
                settings.role(),
                Duration.ofSeconds(settings.timeout()),
                settings.memorySize(),
                settings.environment(),
                reservedConcurrency);
    }

    /// The function with other settings, changed at a moment.
    FunctionDefinition with(FunctionSettings others, Instant moment, String revision) {
        return new FunctionDefinition(
                name, others, code, architecture, moment, revision, reservedConcurrency, tags);
    }

    /// The function with other code, changed at a moment.
    FunctionDefinition with(
            CodeReference other, String otherArchitecture, Instant moment, String revision) {
        return new FunctionDefinition(
                name,
                settings,
                other,
                otherArchitecture,
                moment,
                revision,
                reservedConcurrency,
                tags);
    }

    /// The function with another limit; null for none.
    FunctionDefinition withReserved(@Nullable Integer limit) {
        return new FunctionDefinition(
                name, settings, code, architecture, lastModified, revisionId, limit, tags);
    }

    /// The function with other tags.
    FunctionDefinition withTags(Map<String, String> others) {
        return new FunctionDefinition(
                name,
                settings,
                code,
                architecture,
                lastModified,
                revisionId,
                reservedConcurrency,
                others);
    }
}
