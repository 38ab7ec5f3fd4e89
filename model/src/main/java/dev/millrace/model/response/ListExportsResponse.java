package dev.millrace.model.response;

import dev.millrace.model.transfer.ExportDescription;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The answer to ListExports.
///
/// @param nextToken null on the last page
public record ListExportsResponse(List<ExportDescription> exports, @Nullable String nextToken) {}
