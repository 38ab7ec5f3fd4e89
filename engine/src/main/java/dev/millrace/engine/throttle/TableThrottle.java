package dev.millrace.engine.throttle;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.ResourceNames;
import dev.millrace.engine.catalog.Table;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.response.ThrottlingReason;
import dev.millrace.model.response.ThroughputExceededException;
import dev.millrace.model.table.OnDemandThroughput;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Holds tables to their provisioned throughput, and on-demand tables to the maximum they are
/// given, if they are given one (dynamodb-api reference, section 20).
///
/// Buckets are kept by table id and arm. An index with capacity of its own gets buckets of its own
/// by an id of its own; its name then goes into the reason.
public final class TableThrottle implements Throttle {
    private static final String PROVISIONED_EXCEEDED =
            "The level of configured provisioned throughput for the table was exceeded. Consider"
                    + " increasing your provisioning level with the UpdateTable API.";
    private static final String MAXIMUM_EXCEEDED =
            "Throughput exceeds the maximum OnDemandThroughput configured on table or index";

    private final Catalog catalog;
    private final ResourceNames names;
    private final InstantSource clock;
    private final long startMillis;
    private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();

    /// @param catalog tells which tables still are there
    public TableThrottle(Catalog catalog, ResourceNames names, InstantSource clock) {
        this.catalog = catalog;
        this.names = names;
        this.clock = clock;
        this.startMillis = clock.millis();
    }

    private record Key(int tableId, Arm arm) {}

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public @Nullable ThroughputExceededException tryTake(Table table, Arm arm, double units) {
        Rate rate = rate(table, arm);
        if (rate == null || bucket(table, arm, rate).take(units, rate, clock.millis())) {
            return null;
        }
        return refusal(table, arm);
    }

    @Override
    public void settle(Table table, Arm arm, double units) {
        Rate rate = rate(table, arm);
        if (rate != null) {
            bucket(table, arm, rate).settle(units, rate, clock.millis());
        }
    }

    private Bucket bucket(Table table, Arm arm, Rate rate) {
        Key key = new Key(table.id(), arm);
        Bucket known = buckets.get(key);
        return known == null ? newBucket(key, table, rate) : known;
    }

    // A bucket fills from the table's creation on, or from the server's start. Forgets the tables
    // that are gone, so that there are never many more buckets than tables.
    private Bucket newBucket(Key key, Table table, Rate rate) {
        Set<Integer> ids =
                catalog.state().tables().stream().map(Table::id).collect(Collectors.toSet());
        buckets.keySet().removeIf(old -> !ids.contains(old.tableId()));
        long since = Math.max(startMillis, table.created().toEpochMilli());
        return buckets.computeIfAbsent(key, _ -> new Bucket(rate.unitsPerSecond(), since));
    }

    // Null if the arm of the table has no limit.
    private static @Nullable Rate rate(Table table, Arm arm) {
        return switch (table.billingMode()) {
            case PROVISIONED ->
                    Rate.provisioned(
                            switch (arm) {
                                case READ -> table.throughput().readCapacityUnits();
                                case WRITE -> table.throughput().writeCapacityUnits();
                            });
            case PAY_PER_REQUEST -> maximum(table.settings().onDemandThroughput(), arm);
        };
    }

    private static @Nullable Rate maximum(OnDemandThroughput limits, Arm arm) {
        Long units =
                switch (arm) {
                    case READ -> limits.maxReadRequestUnits();
                    case WRITE -> limits.maxWriteRequestUnits();
                };
        return units == null || units < 0 ? null : Rate.maximum(units);
    }

    private ThroughputExceededException refusal(Table table, Arm arm) {
        String resource = names.tableArn(table.name());
        return switch (table.billingMode()) {
            case PROVISIONED ->
                    new ThroughputExceededException(
                            ApiError.PROVISIONED_THROUGHPUT_EXCEEDED,
                            PROVISIONED_EXCEEDED,
                            reasons(arm, "ProvisionedThroughputExceeded", resource));
            case PAY_PER_REQUEST ->
                    new ThroughputExceededException(
                            ApiError.THROTTLING,
                            MAXIMUM_EXCEEDED,
                            reasons(arm, "MaxOnDemandThroughputExceeded", resource));
        };
    }

    private static List<ThrottlingReason> reasons(Arm arm, String what, String resource) {
        return List.of(new ThrottlingReason("Table" + arm.word() + what, resource));
    }
}
