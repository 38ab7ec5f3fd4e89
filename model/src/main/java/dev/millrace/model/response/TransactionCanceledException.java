package dev.millrace.model.response;

import static java.util.stream.Collectors.joining;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import java.util.List;

/// The answer to a transaction of which nothing was carried out, with one reason for each of its
/// actions, in their order.
public final class TransactionCanceledException extends ApiException {
    private static final long serialVersionUID = 1;

    private final transient List<CancellationReason> reasons;

    /// The error with these reasons, at least one of which tells of a fault.
    public TransactionCanceledException(List<CancellationReason> reasons) {
        super(ApiError.TRANSACTION_CANCELED, message(reasons));
        this.reasons = List.copyOf(reasons);
    }

    /// One reason for each action, in their order.
    public List<CancellationReason> reasons() {
        return reasons;
    }

    private static String message(List<CancellationReason> reasons) {
        return reasons.stream()
                .map(CancellationReason::code)
                .collect(
                        joining(
                                ", ",
                                "Transaction cancelled, please refer cancellation reasons for"
                                        + " specific reasons [",
                                "]"));
    }
}
