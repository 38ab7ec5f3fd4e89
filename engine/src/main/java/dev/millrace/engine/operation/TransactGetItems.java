package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.engine.item.TransactCapacity;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.throttle.Arm;
import dev.millrace.engine.throttle.Demand;
import dev.millrace.expression.Projection;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.TransactGet;
import dev.millrace.model.request.TransactGetItemsRequest;
import dev.millrace.model.response.CancellationReason;
import dev.millrace.model.response.ItemResponse;
import dev.millrace.model.response.TransactGetItemsResponse;
import dev.millrace.model.response.TransactionCanceledException;
import dev.millrace.model.value.Item;
import dev.millrace.store.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Reads up to 100 items as they were at one moment: from one snapshot of the store, which holds
/// every transaction whole or not at all.
public final class TransactGetItems
        implements Operation<TransactGetItemsRequest, TransactGetItemsResponse> {
    private final ItemAccess access;
    private final Supplier<Snapshot> snapshots;

    /// @param snapshots makes views of the store as it stands
    public TransactGetItems(ItemAccess access, Supplier<Snapshot> snapshots) {
        this.access = access;
        this.snapshots = snapshots;
    }

    private record Draft(TransactGet get, @Nullable Projection projection) {}

    private record Read(Table table, RowKey rowKey, @Nullable Projection projection) {}

    @Override
    public TransactGetItemsResponse execute(TransactGetItemsRequest request) {
        List<Draft> drafts = request.transactItems().stream().map(this::draft).toList();
        List<Read> reads = reads(drafts);
        Map<String, Double> units = new LinkedHashMap<>();
        List<ItemResponse> responses =
                access.isThrottled() ? throttled(reads, units) : read(reads, units);
        return new TransactGetItemsResponse(
                responses, TransactCapacity.reads(request.returnConsumedCapacity(), units));
    }

    private List<ItemResponse> throttled(List<Read> reads, Map<String, Double> units) {
        TransactThrottle throttle = new TransactThrottle(access.throttle(), Arm.READ);
        reads.forEach(read ->
                throttle.take(
                        Demand.reads(read.table(), TransactCapacity.ofRead(0)),
                        new CancellationReason.None()));
        throttle.requireAll();
        List<ItemResponse> responses = read(reads, units);
        throttle.settle(Demand.reads(units));
        return responses;
    }

    private Draft draft(TransactGet get) {
        RequestExpressions expressions = access.transactExpressions(get.expressionAttributes());
        Projection projection = expressions.projection(get.projectionExpression());
        expressions.requireAllUsed();
        return new Draft(get, projection);
    }

    private List<Read> reads(List<Draft> drafts) {
        List<Table> tables =
                drafts.stream()
                        .map(draft -> access.catalog().requireUsable(draft.get().tableName()))
                        .toList();
        for (int i = 0; i < drafts.size(); i++) {
            ItemKeys.requireNoneEmpty(tables.get(i).keySchema(), drafts.get(i).get().key());
        }
        List<Read> reads = new ArrayList<>(drafts.size());
        List<CancellationReason> reasons = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            reasons.add(plan(drafts.get(i), tables.get(i), reads));
        }
        requireDistinct(reads);
        if (reads.size() < drafts.size()) {
            throw new TransactionCanceledException(reasons);
        }
        return reads;
    }

    private static CancellationReason plan(Draft draft, Table table, List<Read> reads) {
        try {
            RowKey row =
                    RowKey.of(table.id(), ItemKeys.ofKey(table.keySchema(), draft.get().key()));
            reads.add(new Read(table, row, draft.projection()));
            return new CancellationReason.None();
        } catch (ApiException fault) {
            return TransactStep.reasonOf(fault);
        }
    }

    private static void requireDistinct(List<Read> reads) {
        Set<RowKey> rows = new HashSet<>();
        reads.forEach(read -> ItemChecks.requireOneAction(rows.add(read.rowKey())));
    }

    private List<ItemResponse> read(List<Read> reads, Map<String, Double> units) {
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
                units.merge(read.table().name(), TransactCapacity.ofRead(size), Double::sum);
                responses.add(new ItemResponse(projected(item, read.projection())));
            }
        }
        return responses;
    }

    // Unlike other reads, this one leaves out an item of which the projection keeps nothing.
    private static @Nullable Item projected(@Nullable Item item, @Nullable Projection projection) {
        if (item == null || projection == null) {
            return item;
        }
        Item kept = projection.apply(item);
        return kept.attributes().isEmpty() ? null : kept;
    }
}
