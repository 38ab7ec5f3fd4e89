package dev.millrace.model.response;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// Why one action had its transaction cancelled, or that it did not (dynamodb-api reference,
/// section 11). Actions run one transaction after another, so none is ever cancelled for a
/// conflict.
public sealed interface CancellationReason {
    /// The code that clients switch on.
    String code();

    /// The text, or null if there is none.
    default @Nullable String message() {
        return null;
    }

    /// The item that failed the condition, or null if it is not to be shown or does not exist.
    default @Nullable Item item() {
        return null;
    }

    /// The action would have succeeded.
    record None() implements CancellationReason {
        @Override
        public String code() {
            return "None";
        }
    }

    /// The action's condition does not hold.
    record ConditionalCheckFailed(@Nullable Item item) implements CancellationReason {
        @Override
        public String code() {
            return "ConditionalCheckFailed";
        }

        @Override
        public String message() {
            return "The conditional request failed";
        }
    }

    /// What the action adds has no room in its item collection.
    record ItemCollectionSizeLimitExceeded(String message) implements CancellationReason {
        @Override
        public String code() {
            return "ItemCollectionSizeLimitExceeded";
        }
    }

    /// The action's table has used up what is provisioned for it.
    record ProvisionedThroughputExceeded(String message) implements CancellationReason {
        @Override
        public String code() {
            return "ProvisionedThroughputExceeded";
        }
    }

    /// The action's table has reached the maximum that it is to serve.
    record ThrottlingError(String message) implements CancellationReason {
        @Override
        public String code() {
            return "ThrottlingError";
        }
    }

    /// The item that the action inserts is already there.
    record DuplicateItem(String message) implements CancellationReason {
        @Override
        public String code() {
            return "DuplicateItem";
        }
    }

    /// The table of the action does not exist. Only statements are cancelled for that; other
    /// transactions are refused.
    record ResourceNotFound(String message) implements CancellationReason {
        @Override
        public String code() {
            return "ResourceNotFound";
        }
    }

    /// The action does not fit the table or the item.
    record ValidationError(String message) implements CancellationReason {
        @Override
        public String code() {
            return "ValidationError";
        }
    }
}
