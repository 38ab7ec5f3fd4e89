package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.ItemCommand;
import dev.millrace.engine.commit.ItemEvaluation;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.item.TableUnits;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.expression.Condition;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.BatchWriteItemRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.WriteRequest;
import dev.millrace.model.response.BatchWriteItemResponse;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.response.ItemCollectionMetrics;
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
        List<ItemWrite> carried = admitted.writes();
        carried.forEach(write -> access.requireMemory(access.rows().read(write.rowKey())));
        List<ItemWrite.Outcome> outcomes =
                access.submit(
                        (ItemCommand<List<ItemWrite.Outcome>>) items -> carryOut(carried, items));
        admitted.settle(outcomes);
        for (int i = 0; i < carried.size(); i++) {
            access.tell(carried.get(i), outcomes.get(i));
        }
        return new BatchWriteItemResponse(
                admitted.unprocessed(),
                capacity(request, carried, outcomes),
                collections(request, carried));
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
                                write(table, ItemKeys.ofBatchItem(table.keySchema(), item), item);
                        case WriteRequest.Delete(Item key) ->
                                write(table, ItemKeys.ofKey(table.keySchema(), key), null);
                    });
        }
    }

    private ItemWrite write(Table table, PrimaryKey key, @Nullable Item after) {
        return new ItemWrite(
                table,
                key,
                RowKey.of(table.id(), key),
                Condition.ALWAYS,
                ReturnValuesOnConditionCheckFailure.NONE,
                (now, before) ->
                        after == null
                                ? ItemWrite.Outcome.of(before, null)
                                : PutItem.put(now, before, after),
                access.collections());
    }

    private static void requireDistinct(List<ItemWrite> writes) {
        Set<RowKey> seen = new HashSet<>();
        for (ItemWrite write : writes) {
            ItemChecks.requireNoDuplicate(seen.add(write.rowKey()));
        }
    }

    private static List<ItemWrite.Outcome> carryOut(List<ItemWrite> writes, ItemEvaluation items) {
        return writes.stream().map(write -> write.evaluate(items)).toList();
    }

    private static List<ConsumedCapacity> capacity(
            BatchWriteItemRequest request,
            List<ItemWrite> writes,
            List<ItemWrite.Outcome> outcomes) {
        ReturnConsumedCapacity wanted = request.returnConsumedCapacity();
        if (wanted == ReturnConsumedCapacity.NONE) {
            return List.of();
        }
        Map<String, TableUnits> units = new LinkedHashMap<>();
        for (int i = 0; i < writes.size(); i++) {
            Table table = writes.get(i).table();
            ItemWrite.Outcome outcome = outcomes.get(i);
            units.merge(
                    table.name(),
                    WriteReport.units(table, outcome.before(), outcome.after()),
                    TableUnits::plus);
        }
        return units.entrySet().stream()
                .map(each -> WriteReport.capacity(wanted, each.getKey(), each.getValue()))
                .filter(Objects::nonNull)
                .toList();
    }

    private Map<String, List<ItemCollectionMetrics>> collections(
            BatchWriteItemRequest request, List<ItemWrite> writes) {
        WriteReport.Collections collections =
                new WriteReport.Collections(
                        request.returnItemCollectionMetrics(), access.collections());
        writes.forEach(write -> collections.add(write.table(), write.key()));
        return collections.byTable();
    }
}
