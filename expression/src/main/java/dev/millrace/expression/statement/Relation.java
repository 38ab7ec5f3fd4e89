package dev.millrace.expression.statement;

import org.jspecify.annotations.Nullable;

/// What a statement reads from or writes to.
///
/// @param tableName the table's plain name
/// @param indexName null for the table itself
public record Relation(String tableName, @Nullable String indexName) {}
