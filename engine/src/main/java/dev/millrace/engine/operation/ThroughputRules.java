package dev.millrace.engine.operation;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.WarmThroughput;
import dev.millrace.model.table.WarmThroughputSpecification;

import org.jspecify.annotations.Nullable;

/// Checks on-demand and warm throughput that clients ask for, and makes of it what tables have
/// (dynamodb-api reference, section 15; capture of 9 Oct 2026).
final class ThroughputRules {
    private static final long NO_LIMIT = -1;
    private static final String INITIAL_THROUGHPUT =
            "initial throughput for OnDemand. See:"
                    + " https://docs.aws.amazon.com/amazondynamodb/latest/"
                    + "developerguide/on-demand-capacity-mode.html#on-demand-capacity-mode-initial";

    private ThroughputRules() {}

    /// The limits of a new table with this billing.
    static OnDemandThroughput limitsAtCreation(
            BillingMode mode, @Nullable OnDemandThroughput asked) {
        if (asked == null) {
            return OnDemandThroughput.UNLIMITED;
        }
        requireLimit(mode, asked.maxReadRequestUnits(), "MaxReadRequestUnits", 1);
        requireLimit(mode, asked.maxWriteRequestUnits(), "MaxWriteRequestUnits", 1);
        return asked;
    }

    /// The limits of a table with this billing that had `present`. Minus one takes a limit away; it
    /// shows as long as the other one is set.
    static OnDemandThroughput limitsChanged(
            BillingMode mode, OnDemandThroughput present, OnDemandThroughput asked) {
        requireLimit(mode, asked.maxReadRequestUnits(), "MaxReadRequestUnits", NO_LIMIT);
        requireLimit(mode, asked.maxWriteRequestUnits(), "MaxWriteRequestUnits", NO_LIMIT);
        Long reads = orElse(asked.maxReadRequestUnits(), present.maxReadRequestUnits());
        Long writes = orElse(asked.maxWriteRequestUnits(), present.maxWriteRequestUnits());
        return isLimit(reads) || isLimit(writes)
                ? new OnDemandThroughput(reads, writes)
                : OnDemandThroughput.UNLIMITED;
    }

    /// The warm throughput of a new table that would have `initial`.
    static WarmThroughput warmAtCreation(
            BillingMode mode, WarmThroughput initial, @Nullable WarmThroughputSpecification asked) {
        return warm(
                initial,
                asked,
                units ->
                        switch (mode) {
                            case PAY_PER_REQUEST -> INITIAL_THROUGHPUT;
                            case PROVISIONED -> units + " of ProvisionedThroughput";
                        });
    }

    /// The warm throughput of a table that had `present`.
    static WarmThroughput warmChanged(WarmThroughput present, WarmThroughputSpecification asked) {
        return warm(
                present,
                asked,
                _ -> "current WarmThroughput, decreasing WarmThroughput is not supported");
    }

    /// Refuses more provisioned units than a table can have.
    static void requireWithinQuota(ProvisionedThroughput throughput) {
        requireWithinQuota(throughput.readCapacityUnits(), "ReadCapacityUnits");
        requireWithinQuota(throughput.writeCapacityUnits(), "WriteCapacityUnits");
    }

    /// Says what units that are too low are lower than.
    private interface Floor {
        /// @param capacityUnits the name of the provisioned units of the same kind
        String of(String capacityUnits);
    }

    private static WarmThroughput warm(
            WarmThroughput least, @Nullable WarmThroughputSpecification asked, Floor floor) {
        if (asked == null) {
            return least;
        }
        Long reads = asked.readUnitsPerSecond();
        Long writes = asked.writeUnitsPerSecond();
        return new WarmThroughput(
                reads == null
                        ? least.readUnitsPerSecond()
                        : warm(
                                reads,
                                least.readUnitsPerSecond(),
                                "ReadUnitsPerSecond",
                                floor.of("ReadCapacityUnits")),
                writes == null
                        ? least.writeUnitsPerSecond()
                        : warm(
                                writes,
                                least.writeUnitsPerSecond(),
                                "WriteUnitsPerSecond",
                                floor.of("WriteCapacityUnits")));
    }

    private static long warm(long asked, long least, String member, String floor) {
        if (asked < least) {
            throw ApiException.invalidParameter(
                    "Requested " + member + " for WarmThroughput for table is lower than " + floor);
        }
        requireWithinQuota(asked, member);
        return asked;
    }

    private static void requireWithinQuota(long units, String member) {
        if (units > DescribeLimits.TABLE_UNITS_MAX) {
            throw new ApiException(
                    ApiError.LIMIT_EXCEEDED,
                    "Subscriber limit exceeded: %s of a table is limited to %d. Requested: %d."
                            .formatted(member, DescribeLimits.TABLE_UNITS_MAX, units));
        }
    }

    private static void requireLimit(
            BillingMode mode, @Nullable Long units, String member, long least) {
        if (units == null) {
            return;
        }
        if (mode == BillingMode.PROVISIONED) {
            throw ApiException.invalidParameter(
                    member
                            + " for OnDemandThroughput cannot be specified when the table"
                            + " BillingMode is PROVISIONED");
        }
        if (units < least || units == 0) {
            throw ApiException.invalidParameter(
                    "Requested "
                            + member
                            + " for OnDemandThroughput for table is outside of valid range");
        }
    }

    private static boolean isLimit(@Nullable Long units) {
        return units != null && units != NO_LIMIT;
    }

    private static @Nullable Long orElse(@Nullable Long value, @Nullable Long otherwise) {
        return value == null ? otherwise : value;
    }
}
