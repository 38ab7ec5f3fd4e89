package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.throttle.MemoryGate;
import dev.millrace.expression.LegacyParameters;
import dev.millrace.expression.Projection;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.error.OverloadException;
import dev.millrace.model.request.BatchGetItemRequest;
import dev.millrace.model.request.KeysAndAttributes;
import dev.millrace.model.response.BatchGetItemResponse;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.response.ThroughputExceededException;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads up to 100 items by their keys. What no longer fits into 16 MB, into 1 MB a partition, into
/// the throughput of its table or into the memory of the server is answered as unprocessed.
public final class BatchGetItem implements Operation<BatchGetItemRequest, BatchGetItemResponse> {
    /// The most bytes of items in one answer.
    public static final int ANSWER_BYTES_MAX = 16 << 20;

    /// The most bytes of items of one partition in one answer; the item that reaches it is still
    /// part of the answer.
    public static final int PARTITION_BYTES_MAX = 1 << 20;

    private final ItemAccess access;

    public BatchGetItem(ItemAccess access) {
        this.access = access;
    }

    @Override
    public BatchGetItemResponse execute(BatchGetItemRequest request) {
        Map<String, @Nullable Projection> projections = new LinkedHashMap<>();
        request.requestItems().forEach((name, of) -> projections.put(name, projection(of)));
        request.requestItems().values().forEach(BatchGetItem::requireDistinct);
        Answer answer = new Answer();
        List<Plan> plans = new ArrayList<>();
        request.requestItems()
                .forEach((name, of) -> plans.add(plan(name, of, projections.get(name))));
        plans.forEach(plan -> read(plan, request, answer));
        answer.requireAnyRead();
        return new BatchGetItemResponse(answer.found, answer.unprocessed, answer.capacity);
    }

    private record Plan(
            Table table,
            KeysAndAttributes asked,
            List<RowKey> rowKeys,
            @Nullable Projection projection) {}

    private static final class Answer {
        private final Map<String, List<Item>> found = new LinkedHashMap<>();
        private final Map<String, KeysAndAttributes> unprocessed = new LinkedHashMap<>();
        private final List<ConsumedCapacity> capacity = new ArrayList<>();
        private long bytes;
        private int read;
        private int pages;
        private @Nullable ApiException refusal;

        // What there is no capacity or no memory for is left unprocessed, unless that is
        // everything.
        void requireAnyRead() {
            if (refusal != null && read == 0) {
                throw refusal;
            }
        }
    }

    private @Nullable Projection projection(KeysAndAttributes asked) {
        Projection attributesToGet = LegacyParameters.OF_READ.projection(asked.attributesToGet());
        RequestExpressions expressions = access.expressions(asked.expressionAttributes());
        Projection projection = expressions.projection(asked.projectionExpression());
        expressions.requireAllUsed();
        return attributesToGet == null ? projection : attributesToGet;
    }

    private static void requireDistinct(KeysAndAttributes asked) {
        Set<Item> seen = new HashSet<>();
        asked.keys().forEach(key -> ItemChecks.requireNoDuplicate(seen.add(key)));
    }

    private Plan plan(String tableName, KeysAndAttributes asked, @Nullable Projection projection) {
        Table table = access.catalog().requireUsable(tableName);
        List<RowKey> keys = new ArrayList<>();
        for (Item key : asked.keys()) {
            keys.add(RowKey.of(table.id(), ItemKeys.ofKey(table.keySchema(), key)));
        }
        return new Plan(table, asked, keys, projection);
    }

    private void read(Plan plan, BatchGetItemRequest request, Answer answer) {
        PartitionBytes partitions = new PartitionBytes(plan.table().partitions());
        List<Item> found = new ArrayList<>();
        List<Item> left = new ArrayList<>();
        double units = 0;
        for (int i = 0; i < plan.rowKeys().size(); i++) {
            RowKey row = plan.rowKeys().get(i);
            if (isFull(answer, partitions, row)
                    || !hasCapacity(plan.table(), plan.asked().keys().get(i), answer)
                    || !hasMemory(answer)) {
                left.add(plan.asked().keys().get(i));
                continue;
            }
            Item item = access.rows().read(row);
            int size = CapacityUnits.size(item);
            partitions.add(row.hash(), size);
            answer.bytes += size;
            answer.read++;
            units += charge(plan, plan.asked().keys().get(i), size);
            if (item != null) {
                found.add(plan.projection() == null ? item : plan.projection().apply(item));
            }
        }
        finish(plan, request, answer, found, units, left);
    }

    private double charge(Plan plan, Item key, int size) {
        return access.chargeRead(
                plan.table(), key, CapacityUnits.ofRead(size, plan.asked().consistentRead()));
    }

    private static boolean isFull(Answer answer, PartitionBytes partitions, RowKey row) {
        return answer.bytes >= ANSWER_BYTES_MAX || partitions.of(row.hash()) >= PARTITION_BYTES_MAX;
    }

    private boolean hasCapacity(Table table, Item key, Answer answer) {
        ThroughputExceededException refusal = access.tryRead(table, key);
        if (refusal != null) {
            answer.refusal = refusal;
        }
        return refusal == null;
    }

    // Set aside page by page, as far as the answer grows.
    private boolean hasMemory(Answer answer) {
        if (answer.bytes < answer.pages * (long) PARTITION_BYTES_MAX) {
            return true;
        }
        boolean taken = access.memory().tryTake(MemoryGate.PAGE_BYTES);
        if (taken) {
            answer.pages++;
        } else {
            answer.refusal = new OverloadException();
        }
        return taken;
    }

    private static void finish(
            Plan plan,
            BatchGetItemRequest request,
            Answer answer,
            List<Item> found,
            double units,
            List<Item> left) {
        String name = plan.table().name();
        answer.found.put(name, found);
        if (!left.isEmpty()) {
            answer.unprocessed.put(name, rest(plan.asked(), left));
        }
        ConsumedCapacity used = CapacityUnits.report(request.returnConsumedCapacity(), name, units);
        if (used != null) {
            answer.capacity.add(used);
        }
    }

    private static KeysAndAttributes rest(KeysAndAttributes asked, List<Item> keys) {
        return new KeysAndAttributes(
                keys,
                asked.consistentRead(),
                asked.projectionExpression(),
                asked.expressionAttributes(),
                asked.attributesToGet());
    }
}
