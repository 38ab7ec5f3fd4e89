package dev.millrace.engine.operation;

import dev.millrace.expression.Update;
import dev.millrace.expression.ast.UpdateAction;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.value.Item;

import java.util.List;
import java.util.Set;

/// Checks that several operations on items share.
final class ItemChecks {
    /// The most bytes of items in one transaction.
    static final long TRANSACT_BYTES_MAX = 4 << 20;

    private static final int ACTIONS_BYTES = 3;
    private static final int WRITING_ACTION_BYTES = 19;
    private static final int CLEARING_ACTION_BYTES = 2;

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

    /// An updated item counts as it is or, if that is more, without its key but with the cost of
    /// the update's actions (dynamodb-api reference, section 6.1).
    static void requireUpdatedSize(Item after, Item key, Update update) {
        long withActions = (long) after.sizeBytes() - key.sizeBytes() + bytesOf(update.actions());
        requireUpdatedSize(Math.max(after.sizeBytes(), withActions));
    }

    /// The same of an item updated in a transaction, which counts as it is.
    static void requireUpdatedSize(long bytes) {
        if (bytes > Item.BYTES_MAX) {
            throw ApiException.validation(
                    "Item size to update has exceeded the maximum allowed size");
        }
    }

    private static int bytesOf(List<UpdateAction> actions) {
        return ACTIONS_BYTES + actions.stream().mapToInt(ItemChecks::bytesOf).sum();
    }

    private static int bytesOf(UpdateAction action) {
        return switch (action) {
            case UpdateAction.Set _, UpdateAction.Add _ -> WRITING_ACTION_BYTES;
            case UpdateAction.Remove _, UpdateAction.Delete _ -> CLEARING_ACTION_BYTES;
        };
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
