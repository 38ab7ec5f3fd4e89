package dev.millrace.model.response;

import java.util.List;
import java.util.Map;

/// What TransactWriteItems answers.
///
/// @param consumedCapacity one for each table, in the order in which the request names them; empty
///   if it was not asked for
/// @param itemCollectionMetrics by table, those with local indexes; empty if not asked for
public record TransactWriteItemsResponse(
        List<ConsumedCapacity> consumedCapacity,
        Map<String, List<ItemCollectionMetrics>> itemCollectionMetrics) {
    /// An answer without metrics.
    public TransactWriteItemsResponse(List<ConsumedCapacity> consumedCapacity) {
        this(consumedCapacity, Map.of());
    }
}
