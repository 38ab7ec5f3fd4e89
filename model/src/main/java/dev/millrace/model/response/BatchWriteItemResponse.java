package dev.millrace.model.response;

import dev.millrace.model.request.WriteRequest;

import java.util.List;
import java.util.Map;

/// What BatchWriteItem answers.
///
/// @param itemCollectionMetrics by table, those with local indexes; empty if not asked for
public record BatchWriteItemResponse(
        Map<String, List<WriteRequest>> unprocessedItems,
        List<ConsumedCapacity> consumedCapacity,
        Map<String, List<ItemCollectionMetrics>> itemCollectionMetrics) {
    /// An answer without metrics.
    public BatchWriteItemResponse(
            Map<String, List<WriteRequest>> unprocessedItems,
            List<ConsumedCapacity> consumedCapacity) {
        this(unprocessedItems, consumedCapacity, Map.of());
    }
}
