package dev.millrace.testkit.operation;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.response.ConditionalCheckFailedException;
import dev.millrace.model.response.TransactionCanceledException;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// What came of an operation. Two outcomes are equal when a client could not tell them apart,
/// except by the text of an error.
public sealed interface Outcome {
    /// The operation was answered.
    record Success(Result result) implements Outcome {}

    /// The operation was refused; the message takes no part in equality.
    ///
    /// @param item the item that a failed condition's error shows, or null
    /// @param reasons why each action of a cancelled transaction failed, without texts; else empty
    record Failure(ApiError error, @Nullable Item item, String message, List<Reason> reasons)
            implements Outcome {
        /// Why one action failed: the code, and the item if it shows.
        public record Reason(String code, @Nullable Item item) {}

        /// A failure that is no cancelled transaction.
        public Failure(ApiError error, @Nullable Item item, String message) {
            this(error, item, message, List.of());
        }

        /// The failure that this exception tells of.
        public static Failure of(ApiException exception) {
            Item item =
                    exception instanceof ConditionalCheckFailedException failed
                            ? failed.item()
                            : null;
            return new Failure(
                    exception.error(),
                    item,
                    Objects.requireNonNullElse(exception.getMessage(), ""),
                    reasons(exception));
        }

        private static List<Reason> reasons(ApiException exception) {
            return exception instanceof TransactionCanceledException cancelled
                    ? cancelled.reasons().stream()
                            .map(reason -> new Reason(reason.code(), reason.item()))
                            .toList()
                    : List.of();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Failure that
                    && error == that.error
                    && Objects.equals(item, that.item)
                    && reasons.equals(that.reasons);
        }

        @Override
        public int hashCode() {
            return Objects.hash(error, item, reasons);
        }
    }
}
