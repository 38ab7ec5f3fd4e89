package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.expression.Condition;
import dev.millrace.expression.LegacyParameters;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.DeleteItemRequest;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.response.DeleteItemResponse;
import dev.millrace.model.value.Item;

import java.util.Objects;

/// Deletes the item with a key, if the condition holds. That there is none is no error.
public final class DeleteItem implements Operation<DeleteItemRequest, DeleteItemResponse> {
    private final ItemAccess access;

    public DeleteItem(ItemAccess access) {
        this.access = access;
    }

    @Override
    public DeleteItemResponse execute(DeleteItemRequest request) {
        ItemChecks.requireOldOrNone(request.returnValues());
        RequestExpressions expressions = access.expressions(request.expressionAttributes());
        Condition condition =
                Objects.requireNonNullElse(
                        LegacyParameters.OF_WRITE.condition(request.legacy()),
                        expressions.condition(request.conditionExpression()));
        expressions.requireAllUsed();
        Table table = access.catalog().requireUsable(request.tableName());
        PrimaryKey key = ItemKeys.ofKey(table.keySchema(), request.key());
        ItemWrite.Outcome outcome =
                access.write(
                        new ItemWrite(
                                table,
                                key,
                                RowKey.of(table.id(), key),
                                condition,
                                request.returnValuesOnConditionCheckFailure(),
                                (_, before) -> ItemWrite.Outcome.of(before, null),
                                access.collections()));
        return answer(request, table, key, outcome);
    }

    private DeleteItemResponse answer(
            DeleteItemRequest request, Table table, PrimaryKey key, ItemWrite.Outcome outcome) {
        Item old = request.returnValues() == ReturnValues.ALL_OLD ? outcome.before() : null;
        return new DeleteItemResponse(
                old,
                WriteReport.capacity(request.returnConsumedCapacity(), table, outcome),
                WriteReport.collection(
                        request.returnItemCollectionMetrics(), access.collections(), table, key));
    }
}
