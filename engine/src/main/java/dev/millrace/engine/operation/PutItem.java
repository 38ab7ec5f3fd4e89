package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.index.IndexKeyRules;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.expression.Condition;
import dev.millrace.expression.LegacyParameters;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.response.PutItemResponse;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// Writes one item, replacing any item with the same key, if the condition holds.
public final class PutItem implements Operation<PutItemRequest, PutItemResponse> {
    private final ItemAccess access;

    public PutItem(ItemAccess access) {
        this.access = access;
    }

    @Override
    public PutItemResponse execute(PutItemRequest request) {
        ItemChecks.requireOldOrNone(request.returnValues());
        ItemChecks.requireSize(request.item());
        RequestExpressions expressions = access.expressions(request.expressionAttributes());
        Condition condition =
                Objects.requireNonNullElse(
                        LegacyParameters.OF_WRITE.condition(request.legacy()),
                        expressions.condition(request.conditionExpression()));
        expressions.requireAllUsed();
        Table table = access.catalog().requireUsable(request.tableName());
        PrimaryKey key = ItemKeys.ofItem(table.keySchema(), request.item());
        ItemWrite.Outcome outcome =
                access.write(
                        new ItemWrite(
                                table,
                                key,
                                RowKey.of(table.id(), key),
                                condition,
                                request.returnValuesOnConditionCheckFailure(),
                                (now, before) -> put(now, before, request.item()),
                                access.collections()));
        return answer(request, table, key, outcome);
    }

    /// The outcome of putting `item` in the place of `before`.
    static ItemWrite.Outcome put(Table now, @Nullable Item before, Item item) {
        IndexKeyRules.OF_ITEM.requireKeys(now, item);
        return ItemWrite.Outcome.of(before, item);
    }

    private PutItemResponse answer(
            PutItemRequest request, Table table, PrimaryKey key, ItemWrite.Outcome outcome) {
        Item old = request.returnValues() == ReturnValues.ALL_OLD ? outcome.before() : null;
        return new PutItemResponse(
                old,
                WriteReport.capacity(request.returnConsumedCapacity(), table, outcome),
                WriteReport.collection(
                        request.returnItemCollectionMetrics(), access.collections(), table, key));
    }
}
