package dev.millrace.model.response;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// The answer to a write whose condition does not hold, with the item that failed it if the client
/// asked for it and it exists.
public final class ConditionalCheckFailedException extends ApiException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Item item;

    /// The error; `item` is null when it is not to be shown or does not exist.
    public ConditionalCheckFailedException(@Nullable Item item) {
        super(ApiError.CONDITIONAL_CHECK_FAILED, "The conditional request failed");
        this.item = item;
    }

    /// The item whose condition failed, if it is to be shown.
    public @Nullable Item item() {
        return item;
    }
}
