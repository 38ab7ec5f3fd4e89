package dev.millrace.model.response;

import java.util.List;

/// What ExecuteTransaction answers.
///
/// @param responses one for each statement that reads, in their order; none for those that write
/// @param consumedCapacity one for each table, in the order in which the request names them; empty
///   if it was not asked for
public record ExecuteTransactionResponse(
        List<ItemResponse> responses, List<ConsumedCapacity> consumedCapacity) {}
