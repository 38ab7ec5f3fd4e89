package dev.millrace.model.response;

import java.util.List;

/// What TransactGetItems answers.
///
/// @param responses one for each read, in the order of the request
/// @param consumedCapacity one for each table, in the order in which the request names them; empty
///   if it was not asked for
public record TransactGetItemsResponse(
        List<ItemResponse> responses, List<ConsumedCapacity> consumedCapacity) {}
