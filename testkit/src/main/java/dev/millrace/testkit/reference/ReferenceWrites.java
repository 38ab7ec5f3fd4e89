package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.response.ConditionalCheckFailedException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.UpdateAction;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Result;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Put, Update and Delete on the reference database (source: dynamodb-api reference, sections 6.1
/// and 10).
record ReferenceWrites(ReferenceTables tables) {
    private static final int ITEM_BYTES_MAX = 409_600;
    private static final int UPDATE_BYTES = 3;
    private static final int WRITING_ACTION_BYTES = 19;
    private static final int CLEARING_ACTION_BYTES = 2;

    Result put(DatabaseOperation.Put put) {
        RequestChecks.requireOldOrNone(put.returnValues());
        Map<String, AttributeValue> item = put.item().attributes();
        requireSize(ReferenceSize.ofItem(item));
        RequestChecks.requireOperands(put.condition());
        ReferenceTable table = tables.require(put.tableName());
        PrimaryKey key = table.keys().ofItem(item);
        Map<String, AttributeValue> before = table.get(key);
        requireCondition(put.condition(), before, put.showsItemOnFailure());
        table.requireStorable(item, item.keySet());
        table.write(key, item);
        return returned(put.returnValues() == ReturnValues.ALL_OLD ? before : null);
    }

    Result delete(DatabaseOperation.Delete delete) {
        RequestChecks.requireOldOrNone(delete.returnValues());
        RequestChecks.requireOperands(delete.condition());
        ReferenceTable table = tables.require(delete.tableName());
        PrimaryKey key = table.keys().ofKey(delete.key().attributes());
        Map<String, AttributeValue> before = table.get(key);
        requireCondition(delete.condition(), before, delete.showsItemOnFailure());
        table.write(key, null);
        return returned(delete.returnValues() == ReturnValues.ALL_OLD ? before : null);
    }

    Result update(DatabaseOperation.Update update) {
        RequestChecks.requireActions(update.actions());
        RequestChecks.requireOperands(update.condition());
        ReferenceTable table = tables.require(update.tableName());
        PrimaryKey key = table.keys().ofKey(update.key().attributes());
        ReferenceUpdate change = new ReferenceUpdate(update.actions());
        change.requireNoKeyAttribute(table.keySchema());
        Map<String, AttributeValue> before = table.get(key);
        requireCondition(update.condition(), before, update.showsItemOnFailure());
        if (before == null && change.createsNothing()) {
            return returned(null);
        }
        Map<String, AttributeValue> keys = table.keys().attributesOf(key);
        Map<String, AttributeValue> after = change.apply(before == null ? keys : before);
        requireUpdateSize(after, keys, update.actions());
        table.requireStorable(
                after, update.actions().stream().map(each -> each.path().attribute()).toList());
        table.write(key, after);
        return returned(visible(update, before, after));
    }

    private static @Nullable Map<String, AttributeValue> visible(
            DatabaseOperation.Update update,
            @Nullable Map<String, AttributeValue> before,
            Map<String, AttributeValue> after) {
        return switch (update.returnValues()) {
            case NONE -> null;
            case ALL_OLD -> before;
            case ALL_NEW -> after;
            case UPDATED_OLD -> before == null ? null : touched(before, update.actions());
            case UPDATED_NEW -> touched(after, update.actions());
        };
    }

    private static @Nullable Map<String, AttributeValue> touched(
            Map<String, AttributeValue> item, List<UpdateAction> actions) {
        if (actions.isEmpty()) {
            return null;
        }
        Map<String, AttributeValue> part =
                ReferencePaths.project(item, actions.stream().map(UpdateAction::path).toList());
        return part.isEmpty() ? null : part;
    }

    // A missing item has no attributes, not even those of its key.
    private static void requireCondition(
            @Nullable Condition condition,
            @Nullable Map<String, AttributeValue> before,
            boolean showsItem) {
        Map<String, AttributeValue> item = Objects.requireNonNullElse(before, Map.of());
        if (condition != null && !new ReferenceCondition(item).holds(condition)) {
            throw new ConditionalCheckFailedException(
                    showsItem && before != null ? Item.of(before) : null);
        }
    }

    private static void requireUpdateSize(
            Map<String, AttributeValue> after,
            Map<String, AttributeValue> keys,
            List<UpdateAction> actions) {
        Map<String, AttributeValue> withoutKeys = new HashMap<>(after);
        keys.keySet().forEach(withoutKeys::remove);
        int cost = UPDATE_BYTES;
        for (UpdateAction action : actions) {
            cost += action.isClearing() ? CLEARING_ACTION_BYTES : WRITING_ACTION_BYTES;
        }
        int withCost = ReferenceSize.ofItem(withoutKeys) + cost;
        requireSize(Math.max(ReferenceSize.ofItem(after), withCost));
    }

    /// Checks the size of an item that is to be stored.
    ///
    /// @throws ApiException if it is too large
    static void requireSize(int bytes) {
        if (bytes > ITEM_BYTES_MAX) {
            throw ApiException.validation("Item size has exceeded the maximum allowed size");
        }
    }

    private static Result returned(@Nullable Map<String, AttributeValue> attributes) {
        return new Result.Attributes(attributes == null ? null : Item.of(attributes));
    }
}
