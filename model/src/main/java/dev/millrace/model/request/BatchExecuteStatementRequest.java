package dev.millrace.model.request;

import java.util.List;

/// Carries out up to 25 statements, each on its own.
public record BatchExecuteStatementRequest(
        List<BatchStatement> statements, ReturnConsumedCapacity returnConsumedCapacity) {}
