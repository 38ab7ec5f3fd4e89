package dev.millrace.model.response;

import java.util.List;

/// What BatchExecuteStatement answers.
///
/// @param responses one for each statement, in the order of the request
/// @param consumedCapacity one for each statement that was carried out, in their order; empty if it
///   was not asked for
public record BatchExecuteStatementResponse(
        List<BatchStatementResponse> responses, List<ConsumedCapacity> consumedCapacity) {}
