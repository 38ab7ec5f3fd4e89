package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Carries out up to 100 actions, all of them or none.
///
/// @param clientRequestToken makes the request safe to repeat for ten minutes; null if there is
///   none
public record TransactWriteItemsRequest(
        List<TransactWrite> transactItems,
        @Nullable String clientRequestToken,
        ReturnConsumedCapacity returnConsumedCapacity,
        ReturnItemCollectionMetrics returnItemCollectionMetrics) {}
