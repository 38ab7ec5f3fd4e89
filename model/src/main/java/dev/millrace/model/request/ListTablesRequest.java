package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

/// Lists table names in lexical order.
///
/// @param limit 1 to 100
public record ListTablesRequest(@Nullable String exclusiveStartTableName, int limit) {}
