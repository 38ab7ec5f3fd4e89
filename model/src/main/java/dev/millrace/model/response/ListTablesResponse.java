package dev.millrace.model.response;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What ListTables answers.
///
/// @param lastEvaluatedTableName null on the last page
public record ListTablesResponse(
        List<String> tableNames, @Nullable String lastEvaluatedTableName) {}
