package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.GlobalSecondaryIndexUpdate;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.ThroughputHistory;
import dev.millrace.model.table.WarmThroughput;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// The throughput of global secondary indexes: each has its own, billed as its table is
/// (dynamodb-api reference, section 15; capture of 9 Oct 2026).
final class IndexThroughput {
    private static final ProvisionedThroughput NO_UNITS = new ProvisionedThroughput(0, 0);

    private IndexThroughput() {}

    /// Refuses a new index whose provisioned units do not go with the billing mode.
    ///
    /// @param missing the text for units that are missing, to which the index's name is added
    static void requireUnits(BillingMode mode, IndexSpecification index, String missing) {
        ProvisionedThroughput units = index.provisionedThroughput();
        switch (mode) {
            case PAY_PER_REQUEST -> {
                if (units != null) {
                    throw ApiException.invalidParameter(
                            "ProvisionedThroughput should not be specified for index: %s when"
                                            .formatted(index.indexName())
                                    + " BillingMode is PAY_PER_REQUEST");
                }
            }
            case PROVISIONED -> {
                if (units == null) {
                    throw ApiException.invalidParameter(missing + index.indexName());
                }
            }
        }
    }

    /// A new index with the throughput that was asked for, whose units have been checked.
    static SecondaryIndex atCreation(
            SecondaryIndex index, BillingMode mode, IndexSpecification asked) {
        ThroughputSubject subject = ThroughputSubject.index(index.name());
        ProvisionedThroughput given = asked.provisionedThroughput();
        ProvisionedThroughput units = given == null ? NO_UNITS : given;
        ThroughputRules.requireWithinQuota(subject, units);
        WarmThroughput initial = WarmThroughput.initial(mode, units);
        return index.withThroughput(
                units,
                ThroughputRules.limitsAtCreation(subject, mode, asked.onDemandThroughput()),
                ThroughputRules.warmAtCreation(subject, mode, initial, asked.warmThroughput()));
    }

    /// The index after its table has become on-demand at `moment`.
    static SecondaryIndex onDemand(SecondaryIndex index, Instant moment) {
        WarmThroughput initial = WarmThroughput.initial(BillingMode.PAY_PER_REQUEST, NO_UNITS);
        return index.withThroughput(
                        NO_UNITS,
                        index.onDemandThroughput(),
                        index.warmThroughput().atLeast(initial))
                .withHistory(
                        index.throughputHistory().including(index.throughput(), NO_UNITS, moment));
    }

    /// The index after its table has become provisioned, before it has units of its own.
    static SecondaryIndex unlimited(SecondaryIndex index) {
        return index.withThroughput(
                index.throughput(), OnDemandThroughput.UNLIMITED, index.warmThroughput());
    }

    /// The index with the throughput that an update asks for.
    ///
    /// @param table with the billing that it has after the update
    static SecondaryIndex changed(
            Table table,
            SecondaryIndex index,
            GlobalSecondaryIndexUpdate.Update asked,
            Instant moment) {
        requireSomething(asked);
        ThroughputSubject subject = ThroughputSubject.index(index.name());
        SecondaryIndex changed = withUnits(table, index, asked.provisionedThroughput(), moment);
        OnDemandThroughput limits = changed.onDemandThroughput();
        if (asked.onDemandThroughput() != null) {
            limits =
                    ThroughputRules.limitsChanged(
                            subject, table.billingMode(), limits, asked.onDemandThroughput());
        }
        WarmThroughput warm = changed.warmThroughput();
        if (asked.warmThroughput() != null) {
            warm = ThroughputRules.warmChanged(subject, warm, asked.warmThroughput());
        }
        return changed.withThroughput(changed.throughput(), limits, warm);
    }

    private static void requireSomething(GlobalSecondaryIndexUpdate.Update asked) {
        if (asked.provisionedThroughput() == null
                && asked.onDemandThroughput() == null
                && asked.warmThroughput() == null) {
            throw ApiException.invalidParameter(
                    "Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: "
                            + asked.indexName());
        }
    }

    private static SecondaryIndex withUnits(
            Table table,
            SecondaryIndex index,
            @Nullable ProvisionedThroughput units,
            Instant moment) {
        if (units == null) {
            return index;
        }
        if (table.billingMode() == BillingMode.PAY_PER_REQUEST) {
            throw ApiException.invalidParameter(
                    "The only Updates for index: %s when TableThroughputMode is PAY_PER_REQUEST can"
                                    .formatted(index.name())
                            + " be to OnDemandThroughput, WarmThroughput");
        }
        requireChange(index, units);
        ThroughputRules.requireWithinQuota(ThroughputSubject.index(index.name()), units);
        WarmThroughput warm = WarmThroughput.initial(BillingMode.PROVISIONED, units);
        return index.withThroughput(
                        units, index.onDemandThroughput(), index.warmThroughput().atLeast(warm))
                .withHistory(history(index, units, moment))
                .withStatus(statusDuring(index), index.backfilling());
    }

    // Units in place of none are no increase: the table has just become provisioned.
    private static ThroughputHistory history(
            SecondaryIndex index, ProvisionedThroughput units, Instant moment) {
        return index.throughput().equals(NO_UNITS)
                ? index.throughputHistory()
                : index.throughputHistory().including(index.throughput(), units, moment);
    }

    private static IndexStatus statusDuring(SecondaryIndex index) {
        return index.status() == IndexStatus.ACTIVE ? IndexStatus.UPDATING : index.status();
    }

    private static void requireChange(SecondaryIndex index, ProvisionedThroughput units) {
        ProvisionedThroughput present = index.throughput();
        if (units.equals(present)) {
            throw ApiException.validation(
                    ("The provisioned throughput for the index %1$s will not change. The requested"
                                    + " value equals the current value. Current ReadCapacityUnits"
                                    + " provisioned for index %1$s: %2$d. Requested"
                                    + " ReadCapacityUnits: %2$d. Current WriteCapacityUnits"
                                    + " provisioned for index %1$s: %3$d. Requested"
                                    + " WriteCapacityUnits: %3$d. Refer to the Amazon DynamoDB"
                                    + " Developer Guide for current limits and how to request"
                                    + " higher limits.")
                            .formatted(
                                    index.name(),
                                    present.readCapacityUnits(),
                                    present.writeCapacityUnits()));
        }
    }
}
