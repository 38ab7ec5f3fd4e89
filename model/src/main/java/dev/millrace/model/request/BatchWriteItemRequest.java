package dev.millrace.model.request;

import java.util.List;
import java.util.Map;

/// Puts and deletes up to 25 items.
///
/// @param requestItems by table, in the order of the request
public record BatchWriteItemRequest(
        Map<String, List<WriteRequest>> requestItems,
        ReturnConsumedCapacity returnConsumedCapacity,
        ReturnItemCollectionMetrics returnItemCollectionMetrics) {}
