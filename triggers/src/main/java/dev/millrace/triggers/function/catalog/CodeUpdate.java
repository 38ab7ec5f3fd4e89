package dev.millrace.triggers.function.catalog;

import dev.millrace.model.value.Binary;

import org.jspecify.annotations.Nullable;

/// What UpdateFunctionCode asks for.
///
/// @param architecture null for the same as before
/// @param revisionId the revision that the function must have; null for any
/// @param dryRun whether it is only to be checked
public record CodeUpdate(
        Binary zip, @Nullable String architecture, @Nullable String revisionId, boolean dryRun) {}
