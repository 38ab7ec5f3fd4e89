package dev.millrace.engine.operation;

import dev.millrace.engine.throttle.Arm;
import dev.millrace.engine.throttle.Demand;
import dev.millrace.engine.throttle.Throttle;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.response.CancellationReason;
import dev.millrace.model.response.ThroughputExceededException;
import dev.millrace.model.response.TransactionCanceledException;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The capacity of one transaction: taken action by action before it is carried out, settled
/// afterwards. An action whose table or index has none left cancels the transaction.
final class TransactThrottle {
    private final Throttle throttle;
    private final List<CancellationReason> reasons = new ArrayList<>();
    private Demand taken;
    private boolean refused;

    TransactThrottle(Throttle throttle, Arm arm) {
        this.throttle = throttle;
        this.taken = Demand.none(arm);
    }

    /// Takes what an action is likely to cost; `otherwise` is its reason if there is enough.
    ///
    /// @return whether there is
    boolean take(Demand estimate, CancellationReason otherwise) {
        ThroughputExceededException refusal = throttle.tryTake(estimate);
        if (refusal == null) {
            taken = taken.plus(estimate);
            reasons.add(otherwise);
        } else {
            refused = true;
            reasons.add(reasonOf(refusal));
        }
        return refusal == null;
    }

    /// Goes on if every action had its units.
    ///
    /// @throws TransactionCanceledException if one had not
    void requireAll() {
        if (refused) {
            throw new TransactionCanceledException(reasons);
        }
    }

    /// Settles what the transaction cost in truth.
    void settle(Demand cost) {
        throttle.settle(cost.beyond(taken));
    }

    private static CancellationReason reasonOf(ThroughputExceededException refusal) {
        String message = Objects.requireNonNull(refusal.getMessage(), "a refusal has no text");
        return refusal.error() == ApiError.PROVISIONED_THROUGHPUT_EXCEEDED
                ? new CancellationReason.ProvisionedThroughputExceeded(message)
                : new CancellationReason.ThrottlingError(message);
    }
}
