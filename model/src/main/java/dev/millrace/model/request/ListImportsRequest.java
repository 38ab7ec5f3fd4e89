package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

/// Lists imports.
///
/// @param tableArn whose; null for all
/// @param pageSize from 1 to 25
/// @param nextToken as the page before gave it; null for the first page
public record ListImportsRequest(
        @Nullable String tableArn, int pageSize, @Nullable String nextToken) {}
