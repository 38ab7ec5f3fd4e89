package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.insight.Contributors;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.engine.item.TransactCapacity;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.throttle.Arm;
import dev.millrace.engine.throttle.Demand;
import dev.millrace.model.response.CancellationReason;
import dev.millrace.model.response.ItemResponse;
import dev.millrace.model.value.Item;
import dev.millrace.store.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Reads the items of transactions that read, however they were named: all from one snapshot of the
/// store, which holds every transaction whole or not at all.
record TransactReading(ItemAccess access, Supplier<Snapshot> snapshots) {
    /// One read.
    ///
    /// @param projection cuts out of the item what is asked for
    /// @param key the attributes of the key
    record Read(Table table, RowKey rowKey, UnaryOperator<Item> projection, Item key) {}

    /// What was found.
    ///
    /// @param responses one for each read, in their order
    /// @param units the read units used, by table
    record Answer(List<ItemResponse> responses, Map<String, Double> units) {}

    /// Carries out all reads.
    ///
    /// @throws dev.millrace.model.error.ApiException if there is no capacity, or the items are too
    ///   large together
    Answer read(List<Read> reads) {
        return access.isThrottled() ? throttled(reads) : unthrottled(reads);
    }

    private Answer throttled(List<Read> reads) {
        TransactThrottle throttle = new TransactThrottle(access.throttle(), Arm.READ);
        for (Read read : reads) {
            boolean taken =
                    throttle.take(
                            Demand.reads(read.table(), TransactCapacity.ofRead(0)),
                            new CancellationReason.None());
            if (!taken && Contributors.watches(read.table())) {
                access.contributors()
                        .throttled(
                                read.table(), ItemKeys.ofKey(read.table().keySchema(), read.key()));
            }
        }
        throttle.requireAll();
        Answer answer = unthrottled(reads);
        throttle.settle(Demand.reads(answer.units()));
        return answer;
    }

    private Answer unthrottled(List<Read> reads) {
        Map<String, Double> units = new LinkedHashMap<>();
        List<ItemResponse> responses = new ArrayList<>(reads.size());
        long bytes = 0;
        try (Snapshot snapshot = snapshots.get()) {
            ItemRows rows = new ItemRows(snapshot);
            for (Read read : reads) {
                Item item = rows.read(read.rowKey());
                access.requireMemory(item);
                int size = CapacityUnits.size(item);
                bytes += size;
                ItemChecks.requireTransactSize(bytes);
                double cost = TransactCapacity.ofRead(size);
                units.merge(read.table().name(), cost, Double::sum);
                access.tellRead(read.table(), read.key(), cost);
                responses.add(new ItemResponse(projected(item, read.projection())));
            }
        }
        return new Answer(responses, units);
    }

    // Unlike other reads, this one leaves out an item of which the projection keeps nothing.
    private static @Nullable Item projected(@Nullable Item item, UnaryOperator<Item> projection) {
        if (item == null) {
            return null;
        }
        Item kept = projection.apply(item);
        return kept.attributes().isEmpty() ? null : kept;
    }
}
