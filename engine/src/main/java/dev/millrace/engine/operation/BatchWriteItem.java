package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.ItemCommand;
import dev.millrace.engine.commit.ItemEvaluation;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.expression.Condition;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.BatchWriteItemRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.WriteRequest;
import dev.millrace.model.response.BatchWriteItemResponse;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Puts and deletes up to 25 items. One bad write refuses the whole batch; otherwise all are
/// carried out, but for what its table has no throughput left for.
public final class BatchWriteItem
        implements Operation<BatchWriteItemRequest, BatchWriteItemResponse> {
    private final ItemAccess access;

    public BatchWriteItem(ItemAccess access) {
        this.access = access;
    }

    @Override
    public BatchWriteItemResponse execute(BatchWriteItemRequest request) {
        request.requestItems().values().forEach(BatchWriteItem::requireSizes);
        List<ItemWrite> writes = new ArrayList<>();
        request.requestItems().forEach((name, writesOf) -> plan(name, writesOf, writes));
        requireDistinct(writes);
        BatchThrottle admitted = new BatchThrottle(access, request, writes);
        admitted.writes().forEach(write -> access.rows().read(write.rowKey()));
        Map<String, Double> units =
                access.submit(
                        (ItemCommand<Map<String, Double>>)
                                items -> carryOut(admitted.writes(), items));
        admitted.settle(units);
        return new BatchWriteItemResponse(admitted.unprocessed(), capacity(request, units));
    }

    private static void requireSizes(List<WriteRequest> writes) {
        for (WriteRequest write : writes) {
            if (write instanceof WriteRequest.Put(Item item)) {
                ItemChecks.requireSize(item);
            }
        }
    }

    private void plan(String tableName, List<WriteRequest> requests, List<ItemWrite> writes) {
        Table table = access.catalog().requireUsable(tableName);
        for (WriteRequest request : requests) {
            writes.add(
                    switch (request) {
                        case WriteRequest.Put(Item item) ->
                                write(table, ItemKeys.ofItem(table.keySchema(), item), item);
                        case WriteRequest.Delete(Item key) ->
                                write(table, ItemKeys.ofKey(table.keySchema(), key), null);
                    });
        }
    }

    private static ItemWrite write(Table table, PrimaryKey key, @Nullable Item after) {
        return new ItemWrite(
                table,
                key,
                RowKey.of(table.id(), key),
                Condition.ALWAYS,
                ReturnValuesOnConditionCheckFailure.NONE,
                before -> ItemWrite.Outcome.of(before, after));
    }

    private static void requireDistinct(List<ItemWrite> writes) {
        Set<RowKey> seen = new HashSet<>();
        for (ItemWrite write : writes) {
            ItemChecks.requireNoDuplicate(seen.add(write.rowKey()));
        }
    }

    private static Map<String, Double> carryOut(List<ItemWrite> writes, ItemEvaluation items) {
        Map<String, Double> units = new LinkedHashMap<>();
        for (ItemWrite write : writes) {
            ItemWrite.Outcome outcome = write.evaluate(items);
            units.merge(
                    write.table().name(),
                    CapacityUnits.ofWrite(outcome.before(), outcome.after()),
                    Double::sum);
        }
        return units;
    }

    private static List<ConsumedCapacity> capacity(
            BatchWriteItemRequest request, Map<String, Double> units) {
        ReturnConsumedCapacity wanted = request.returnConsumedCapacity();
        return units.entrySet().stream()
                .map(each -> CapacityUnits.report(wanted, each.getKey(), each.getValue()))
                .filter(Objects::nonNull)
                .toList();
    }
}
