package dev.millrace.engine.operation;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.value.Item;

import java.util.Set;

/// Checks that several operations on items share.
final class ItemChecks {
    /// The most bytes of items in one transaction.
    static final long TRANSACT_BYTES_MAX = 4 << 20;

    private ItemChecks() {}

    static void requireOldOrNone(ReturnValues returnValues) {
        if (returnValues != ReturnValues.NONE && returnValues != ReturnValues.ALL_OLD) {
            throw ApiException.validation("ReturnValues can only be ALL_OLD or NONE");
        }
    }

    static void requireSize(Item item) {
        if (item.sizeBytes() > Item.BYTES_MAX) {
            throw ApiException.validation("Item size has exceeded the maximum allowed size");
        }
    }

    static void requireUpdatedSize(Item item) {
        if (item.sizeBytes() > Item.BYTES_MAX) {
            throw ApiException.validation(
                    "Item size to update has exceeded the maximum allowed size");
        }
    }

    static void requireKeyUntouched(KeySchema schema, Set<String> written) {
        schema.attributes().stream()
                .filter(attribute -> written.contains(attribute.name()))
                .findFirst()
                .ifPresent(attribute -> {
                    throw ApiException.invalidParameter(
                            "Cannot update attribute "
                                    + attribute.name()
                                    + ". This attribute is part of the key");
                });
    }

    static void requireOneAction(boolean isNew) {
        if (!isNew) {
            throw ApiException.validation(
                    "Transaction request cannot include multiple operations on one item");
        }
    }

    static void requireTransactSize(long bytes) {
        if (bytes > TRANSACT_BYTES_MAX) {
            throw ApiException.validation(
                    "The aggregate size of the items in the transaction exceeds the maximum"
                            + " allowed size of 4 MB");
        }
    }

    static void requireNoDuplicate(boolean isNew) {
        if (!isNew) {
            throw ApiException.validation("Provided list of item keys contains duplicates");
        }
    }
}
