package dev.millrace.model.response;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The answer to ListExports.
///
/// @param nextToken null on the last page
public record ListExportsResponse(List<ExportDescription> exports, @Nullable String nextToken) {}
