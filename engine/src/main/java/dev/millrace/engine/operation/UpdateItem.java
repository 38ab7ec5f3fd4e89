package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.index.IndexKeyRules;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.expression.Condition;
import dev.millrace.expression.LegacyParameters;
import dev.millrace.expression.Projection;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.expression.Update;
import dev.millrace.expression.UpdateResult;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.UpdateAction;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.UpdateItemRequest;
import dev.millrace.model.response.UpdateItemResponse;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// Changes attributes of the item with a key, if the condition holds; where there is none, it
/// begins with just the key.
public final class UpdateItem implements Operation<UpdateItemRequest, UpdateItemResponse> {
    private final ItemAccess access;

    public UpdateItem(ItemAccess access) {
        this.access = access;
    }

    @Override
    public UpdateItemResponse execute(UpdateItemRequest request) {
        RequestExpressions expressions = access.expressions(request.expressionAttributes());
        Update update =
                Objects.requireNonNullElse(
                        LegacyParameters.OF_WRITE.update(request.attributeUpdates()),
                        expressions.update(request.updateExpression()));
        Condition condition =
                Objects.requireNonNullElse(
                        LegacyParameters.OF_WRITE.condition(request.legacy()),
                        expressions.condition(request.conditionExpression()));
        expressions.requireAllUsed();
        ItemChecks.requireCharge(update);
        Table table = access.catalog().requireUsable(request.tableName());
        PrimaryKey key = ItemKeys.ofKey(table.keySchema(), request.key());
        ItemChecks.requireKeyUntouched(table.keySchema(), update.attributeNames());
        ItemWrite.Outcome outcome =
                access.write(
                        new ItemWrite(
                                table,
                                key,
                                RowKey.of(table.id(), key),
                                condition,
                                request.returnValuesOnConditionCheckFailure(),
                                (now, before) -> updated(now, before, request, update),
                                access.collections()));
        return answer(request, table, key, outcome);
    }

    private static ItemWrite.Outcome updated(
            Table now, @Nullable Item before, UpdateItemRequest request, Update update) {
        UpdateResult result = update.apply(before, request.key());
        // An update that only takes away, on a missing item, creates nothing.
        if (before == null && onlyTakesAway(update)) {
            return ItemWrite.Outcome.of(null, null);
        }
        ItemChecks.requireUpdatedSize(result.after().sizeBytes());
        IndexKeyRules rules =
                request.attributeUpdates() == null
                        ? IndexKeyRules.OF_UPDATE_EXPRESSION
                        : IndexKeyRules.OF_ITEM;
        rules.requireKeys(now, result.after(), update.attributeNames());
        return new ItemWrite.Outcome(before, result.after(), result.touched(), result.written());
    }

    static boolean onlyTakesAway(Update update) {
        return !update.isEmpty() && update.actions().stream().allMatch(UpdateItem::takesAway);
    }

    private static boolean takesAway(UpdateAction action) {
        return switch (action) {
            case UpdateAction.Remove _, UpdateAction.Delete _ -> true;
            case UpdateAction.Set _, UpdateAction.Add _ -> false;
        };
    }

    private UpdateItemResponse answer(
            UpdateItemRequest request, Table table, PrimaryKey key, ItemWrite.Outcome outcome) {
        return new UpdateItemResponse(
                returned(request, outcome),
                WriteReport.capacity(request.returnConsumedCapacity(), table, outcome),
                WriteReport.collection(
                        request.returnItemCollectionMetrics(), access.collections(), table, key));
    }

    private static @Nullable Item returned(UpdateItemRequest request, ItemWrite.Outcome outcome) {
        return switch (request.returnValues()) {
            case NONE -> null;
            case ALL_OLD -> outcome.before();
            case ALL_NEW -> outcome.after();
            case UPDATED_OLD -> cut(outcome.before(), outcome.touched());
            case UPDATED_NEW -> cut(outcome.after(), outcome.written());
        };
    }

    /// What the item has at the paths, or null for nothing.
    static @Nullable Item cut(@Nullable Item item, List<DocumentPath> paths) {
        if (item == null || paths.isEmpty()) {
            return null;
        }
        Item cut = Projection.ofPaths(paths).apply(item);
        return cut.attributes().isEmpty() ? null : cut;
    }
}
