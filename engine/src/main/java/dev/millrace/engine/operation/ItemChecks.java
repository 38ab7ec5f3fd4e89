package dev.millrace.engine.operation;

import dev.millrace.expression.ErrorEnvelope;
import dev.millrace.expression.Update;
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
            throw ErrorEnvelope.COUNTED.fault("ReturnValues can only be ALL_OLD or NONE");
        }
    }

    static void requireSize(Item item) {
        if (item.sizeBytes() > Item.BYTES_MAX) {
            throw ApiException.validation("Item size has exceeded the maximum allowed size");
        }
    }

    /// Requires that an item that an update has made is not too large.
    static void requireUpdatedSize(long bytes) {
        if (bytes > Item.BYTES_MAX) {
            throw ApiException.validation(
                    "Item size to update has exceeded the maximum allowed size");
        }
    }

    /// Requires the same of what an `UpdateExpression` counts as by itself; `AttributeUpdates` have
    /// no such limit, and an update in a transaction has none (dynamodb-api reference, section
    /// 6.1).
    static void requireCharge(Update update) {
        if (update.isExpression()) {
            requireUpdatedSize(UpdateCharge.of(update.actions()));
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
