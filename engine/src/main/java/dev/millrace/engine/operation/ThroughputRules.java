package dev.millrace.engine.operation;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.WarmThroughput;
import dev.millrace.model.table.WarmThroughputSpecification;

import org.jspecify.annotations.Nullable;

/// Checks on-demand and warm throughput that clients ask for, and makes of it what tables and
/// indexes have (dynamodb-api reference, section 15; capture of 9 Oct 2026).
final class ThroughputRules {
    private static final long NO_LIMIT = -1;
    private static final String INITIAL_THROUGHPUT =
            "initial throughput for OnDemand. See:"
                    + " https://docs.aws.amazon.com/amazondynamodb/latest/"
                    + "developerguide/on-demand-capacity-mode.html#on-demand-capacity-mode-initial";

    private ThroughputRules() {}

    /// The limits of a new table or index with this billing.
    static OnDemandThroughput limitsAtCreation(
            ThroughputSubject subject, BillingMode mode, @Nullable OnDemandThroughput asked) {
        if (asked == null) {
            return OnDemandThroughput.UNLIMITED;
        }
        requireLimits(subject, mode, asked, 1);
        return asked;
    }

    /// The limits of a table or index with this billing that had `present`. Minus one takes a limit
    /// away; it shows as long as the other one is set.
    static OnDemandThroughput limitsChanged(
            ThroughputSubject subject,
            BillingMode mode,
            OnDemandThroughput present,
            OnDemandThroughput asked) {
        requireLimits(subject, mode, asked, NO_LIMIT);
        Long reads = orElse(asked.maxReadRequestUnits(), present.maxReadRequestUnits());
        Long writes = orElse(asked.maxWriteRequestUnits(), present.maxWriteRequestUnits());
        return isLimit(reads) || isLimit(writes)
                ? new OnDemandThroughput(reads, writes)
                : OnDemandThroughput.UNLIMITED;
    }

    /// The warm throughput of a new table or index that would have `initial`.
    static WarmThroughput warmAtCreation(
            ThroughputSubject subject,
            BillingMode mode,
            WarmThroughput initial,
            @Nullable WarmThroughputSpecification asked) {
        return warm(
                subject,
                initial,
                asked,
                units ->
                        switch (mode) {
                            case PAY_PER_REQUEST -> INITIAL_THROUGHPUT;
                            case PROVISIONED -> units + " of ProvisionedThroughput";
                        });
    }

    /// The warm throughput of a table or index that had `present`.
    static WarmThroughput warmChanged(
            ThroughputSubject subject, WarmThroughput present, WarmThroughputSpecification asked) {
        return warm(
                subject,
                present,
                asked,
                _ -> "current WarmThroughput, decreasing WarmThroughput is not supported");
    }

    /// Refuses more provisioned units than a table or index can have.
    static void requireWithinQuota(ThroughputSubject subject, ProvisionedThroughput throughput) {
        requireWithinQuota(subject, throughput.readCapacityUnits(), "ReadCapacityUnits");
        requireWithinQuota(subject, throughput.writeCapacityUnits(), "WriteCapacityUnits");
    }

    /// Says what units that are too low are lower than.
    private interface Floor {
        /// @param capacityUnits the name of the provisioned units of the same kind
        String of(String capacityUnits);
    }

    private static WarmThroughput warm(
            ThroughputSubject subject,
            WarmThroughput least,
            @Nullable WarmThroughputSpecification asked,
            Floor floor) {
        if (asked == null) {
            return least;
        }
        Long reads = asked.readUnitsPerSecond();
        Long writes = asked.writeUnitsPerSecond();
        return new WarmThroughput(
                reads == null
                        ? least.readUnitsPerSecond()
                        : warm(
                                subject,
                                reads,
                                least.readUnitsPerSecond(),
                                "ReadUnitsPerSecond",
                                floor.of("ReadCapacityUnits")),
                writes == null
                        ? least.writeUnitsPerSecond()
                        : warm(
                                subject,
                                writes,
                                least.writeUnitsPerSecond(),
                                "WriteUnitsPerSecond",
                                floor.of("WriteCapacityUnits")));
    }

    private static long warm(
            ThroughputSubject subject, long asked, long least, String member, String floor) {
        if (asked < least) {
            throw ApiException.invalidParameter(
                    "Requested %s for WarmThroughput%s is lower than %s"
                            .formatted(member, subject.inWarm(), floor));
        }
        requireWithinQuota(subject, asked, member);
        return asked;
    }

    private static void requireWithinQuota(ThroughputSubject subject, long units, String member) {
        if (units > DescribeLimits.TABLE_UNITS_MAX) {
            throw new ApiException(
                    ApiError.LIMIT_EXCEEDED,
                    "Subscriber limit exceeded: %s of %s is limited to %d. Requested: %d."
                            .formatted(
                                    member, subject.noun(), DescribeLimits.TABLE_UNITS_MAX, units));
        }
    }

    private static void requireLimits(
            ThroughputSubject subject, BillingMode mode, OnDemandThroughput asked, long least) {
        requireLimit(subject, mode, asked.maxReadRequestUnits(), "MaxReadRequestUnits", least);
        requireLimit(subject, mode, asked.maxWriteRequestUnits(), "MaxWriteRequestUnits", least);
    }

    private static void requireLimit(
            ThroughputSubject subject,
            BillingMode mode,
            @Nullable Long units,
            String member,
            long least) {
        if (units == null) {
            return;
        }
        if (mode == BillingMode.PROVISIONED) {
            throw ApiException.invalidParameter(
                    ("%s for OnDemandThroughput%s cannot be specified when the table BillingMode is"
                                    + " PROVISIONED")
                            .formatted(member, subject.inMode()));
        }
        if (units < least || units == 0) {
            throw ApiException.invalidParameter(
                    "Requested %s for OnDemandThroughput%s is outside of valid range"
                            .formatted(member, subject.inRange()));
        }
    }

    private static boolean isLimit(@Nullable Long units) {
        return units != null && units != NO_LIMIT;
    }

    private static @Nullable Long orElse(@Nullable Long value, @Nullable Long otherwise) {
        return value == null ? otherwise : value;
    }
}
