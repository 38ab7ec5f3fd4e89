package dev.millrace.model.response;

import java.util.List;

/// What TransactWriteItems answers.
///
/// @param consumedCapacity one for each table, in the order in which the request names them; empty
///   if it was not asked for
public record TransactWriteItemsResponse(List<ConsumedCapacity> consumedCapacity) {}
