package dev.millrace.model.response;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The answer to ListImports.
///
/// @param nextToken null on the last page
public record ListImportsResponse(List<ImportDescription> imports, @Nullable String nextToken) {}
