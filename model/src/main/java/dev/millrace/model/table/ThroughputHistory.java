package dev.millrace.model.table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// When a table's throughput changed.
///
/// @param lastIncrease null if its provisioned units were never raised
/// @param lastDecrease null if its provisioned units were never lowered
/// @param decreasesThatDay how often they were lowered on the UTC day of `lastDecrease`
/// @param lastUpdateToPayPerRequest null if it was never switched to on-demand
public record ThroughputHistory(
        @Nullable Instant lastIncrease,
        @Nullable Instant lastDecrease,
        long decreasesThatDay,
        @Nullable Instant lastUpdateToPayPerRequest) {
    /// Nothing has changed yet.
    public static final ThroughputHistory NONE = new ThroughputHistory(null, null, 0, null);

    /// The history after the provisioned units changed from `before` to `after` at `moment`.
    public ThroughputHistory including(
            ProvisionedThroughput before, ProvisionedThroughput after, Instant moment) {
        boolean raised =
                after.readCapacityUnits() > before.readCapacityUnits()
                        || after.writeCapacityUnits() > before.writeCapacityUnits();
        boolean lowered =
                after.readCapacityUnits() < before.readCapacityUnits()
                        || after.writeCapacityUnits() < before.writeCapacityUnits();
        return new ThroughputHistory(
                raised ? moment : lastIncrease,
                lowered ? moment : lastDecrease,
                lowered ? decreasesOn(moment) + 1 : decreasesThatDay,
                lastUpdateToPayPerRequest);
    }

    /// The history after a switch to on-demand at `moment`.
    public ThroughputHistory withPayPerRequest(@Nullable Instant moment) {
        return new ThroughputHistory(lastIncrease, lastDecrease, decreasesThatDay, moment);
    }

    /// How often the units were lowered on the UTC day of `moment`.
    public long decreasesOn(Instant moment) {
        return lastDecrease != null && day(lastDecrease).equals(day(moment)) ? decreasesThatDay : 0;
    }

    /// The history as it is shown at `moment`: what is counted is what happened that day.
    public ThroughputHistory shownAt(Instant moment) {
        return new ThroughputHistory(
                lastIncrease, lastDecrease, decreasesOn(moment), lastUpdateToPayPerRequest);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
