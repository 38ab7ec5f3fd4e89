package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.throttle.Arm;
import dev.millrace.engine.throttle.Throttle;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.response.CancellationReason;
import dev.millrace.model.response.ThroughputExceededException;
import dev.millrace.model.response.TransactionCanceledException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The capacity of one transaction: taken action by action before it is carried out, settled
/// afterwards. An action whose table has none left cancels the transaction.
final class TransactThrottle {
    private final Throttle throttle;
    private final Arm arm;
    private final List<CancellationReason> reasons = new ArrayList<>();
    private final Map<Table, Double> taken = new LinkedHashMap<>();
    private boolean refused;

    TransactThrottle(Throttle throttle, Arm arm) {
        this.throttle = throttle;
        this.arm = arm;
    }

    /// Takes the least that an action on `table` costs; `otherwise` is its reason if there is
    /// enough.
    void take(Table table, double units, CancellationReason otherwise) {
        ThroughputExceededException refusal = throttle.tryTake(table, arm, units);
        if (refusal == null) {
            taken.merge(table, units, Double::sum);
            reasons.add(otherwise);
        } else {
            refused = true;
            reasons.add(reasonOf(refusal));
        }
    }

    /// Goes on if every action had its units.
    ///
    /// @throws TransactionCanceledException if one had not
    void requireAll() {
        if (refused) {
            throw new TransactionCanceledException(reasons);
        }
    }

    /// Settles what the transaction cost in truth, by the names of tables.
    void settle(Map<String, Double> units) {
        taken.forEach((table, estimate) ->
                throttle.settle(table, arm, units.getOrDefault(table.name(), 0.0) - estimate));
    }

    private static CancellationReason reasonOf(ThroughputExceededException refusal) {
        String message = Objects.requireNonNull(refusal.getMessage(), "a refusal has no text");
        return refusal.error() == ApiError.PROVISIONED_THROUGHPUT_EXCEEDED
                ? new CancellationReason.ProvisionedThroughputExceeded(message)
                : new CancellationReason.ThrottlingError(message);
    }
}
