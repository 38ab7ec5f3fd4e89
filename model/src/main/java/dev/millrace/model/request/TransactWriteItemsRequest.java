package dev.millrace.model.request;

import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Carries out up to 100 actions, all of them or none.
///
/// @param clientRequestToken makes the request safe to repeat for ten minutes; null if there is
///   none
/// @param fault what was found wrong behind these actions and refuses the request, unless something
///   is wrong with them; null if nothing was
public record TransactWriteItemsRequest(
        List<TransactWrite> transactItems,
        @Nullable String clientRequestToken,
        ReturnConsumedCapacity returnConsumedCapacity,
        ReturnItemCollectionMetrics returnItemCollectionMetrics,
        @Nullable ApiException fault) {
    /// A request in which nothing was found wrong.
    public TransactWriteItemsRequest(
            List<TransactWrite> transactItems,
            @Nullable String clientRequestToken,
            ReturnConsumedCapacity returnConsumedCapacity,
            ReturnItemCollectionMetrics returnItemCollectionMetrics) {
        this(
                transactItems,
                clientRequestToken,
                returnConsumedCapacity,
                returnItemCollectionMetrics,
                null);
    }
}
