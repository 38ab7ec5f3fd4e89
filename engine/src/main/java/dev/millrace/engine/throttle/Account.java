package dev.millrace.engine.throttle;

import dev.millrace.engine.catalog.Table;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.SecondaryIndex;

import org.jspecify.annotations.Nullable;

/// One arm of a holder as it is at this moment, and how fast its units come in.
///
/// @param index null for the table
/// @param rate more than zero
record Account(Table table, @Nullable SecondaryIndex index, Arm arm, Rate rate) {
    /// The arm of the table or of its global index; null if it has no limit.
    static @Nullable Account of(Table table, @Nullable SecondaryIndex index, Arm arm) {
        Rate rate =
                switch (table.billingMode()) {
                    case PROVISIONED ->
                            provisioned(
                                    index == null ? table.throughput() : index.throughput(), arm);
                    case PAY_PER_REQUEST ->
                            maximum(
                                    index == null
                                            ? table.settings().onDemandThroughput()
                                            : index.onDemandThroughput(),
                                    arm);
                };
        return rate == null ? null : new Account(table, index, arm, rate);
    }

    boolean isProvisioned() {
        return table.billingMode() == BillingMode.PROVISIONED;
    }

    private static Rate provisioned(ProvisionedThroughput throughput, Arm arm) {
        long units =
                switch (arm) {
                    case READ -> throughput.readCapacityUnits();
                    case WRITE -> throughput.writeCapacityUnits();
                };
        return Rate.provisioned(units);
    }

    private static @Nullable Rate maximum(OnDemandThroughput limits, Arm arm) {
        Long units =
                switch (arm) {
                    case READ -> limits.maxReadRequestUnits();
                    case WRITE -> limits.maxWriteRequestUnits();
                };
        return units == null || units < 0 ? null : Rate.maximum(units);
    }
}
