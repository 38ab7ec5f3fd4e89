package dev.millrace.engine.operation;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.response.BatchStatementError;
import dev.millrace.model.response.ConditionalCheckFailedException;

import java.util.Objects;

/// What is wrong with one statement of a batch, by the codes that batches have for it.
final class BatchErrors {
    private BatchErrors() {}

    /// The error of one statement.
    ///
    /// @throws ApiException the fault itself, if it is none that one statement alone can have
    static BatchStatementError of(ApiException fault) {
        return new BatchStatementError(
                code(fault),
                Objects.requireNonNullElse(fault.getMessage(), ""),
                fault instanceof ConditionalCheckFailedException failed ? failed.item() : null);
    }

    private static String code(ApiException fault) {
        return switch (fault.error()) {
            case VALIDATION -> "ValidationError";
            case CONDITIONAL_CHECK_FAILED -> "ConditionalCheckFailed";
            case DUPLICATE_ITEM -> "DuplicateItem";
            case RESOURCE_NOT_FOUND -> "ResourceNotFound";
            case ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED -> "ItemCollectionSizeLimitExceeded";
            case PROVISIONED_THROUGHPUT_EXCEEDED -> "ProvisionedThroughputExceeded";
            case THROTTLING -> "ThrottlingError";
            case ACCESS_DENIED -> "AccessDenied";
            default -> throw fault;
        };
    }
}
