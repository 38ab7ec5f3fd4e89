package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.index.IndexKeyRules;
import dev.millrace.engine.index.ItemCollections;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.expression.Condition;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.expression.Update;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// One action of a transaction whose expressions are parsed and whose table is not looked at yet.
record TransactDraft(TransactWrite action, Condition condition, Update update) {
    /// Checks what needs no table.
    ///
    /// @throws ApiException if an item is too large or an expression not valid
    static TransactDraft of(TransactWrite action, ItemAccess access) {
        if (action instanceof TransactWrite.Put put) {
            ItemChecks.requireSize(put.item());
        }
        RequestExpressions expressions = access.transactExpressions(action.expressionAttributes());
        Update update =
                action instanceof TransactWrite.Update of
                        ? expressions.update(of.updateExpression())
                        : Update.NONE;
        Condition condition = expressions.transactCondition(action.conditionExpression());
        expressions.requireAllUsed();
        return new TransactDraft(action, condition, update);
    }

    /// Refuses empty values of keys, of the table and of its indexes, as far as the request tells
    /// them.
    ///
    /// @throws ApiException if there is one
    void requireNoneEmpty(Table table) {
        ItemKeys.requireNoneEmpty(table.keySchema(), keys());
        if (!table.indexes().all().isEmpty()) {
            IndexKeyRules.requireNoneEmpty(table, written());
        }
    }

    private Map<String, AttributeValue> written() {
        return action instanceof TransactWrite.Put put
                ? put.item().attributes()
                : update.constants();
    }

    private Item keys() {
        return switch (action) {
            case TransactWrite.Put put -> put.item();
            case TransactWrite.Update of -> of.key();
            case TransactWrite.Delete delete -> delete.key();
            case TransactWrite.ConditionCheck check -> check.key();
        };
    }

    /// The bytes of an item to put.
    int putBytes() {
        return action instanceof TransactWrite.Put put ? put.item().sizeBytes() : 0;
    }

    /// The action on `table`.
    TransactStep on(Table table, ItemCollections collections) {
        try {
            PrimaryKey key = key(table.keySchema());
            return new TransactStep.Ready(
                    table,
                    key,
                    RowKey.of(table.id(), key),
                    condition,
                    action.returnValuesOnConditionCheckFailure(),
                    change(),
                    collections);
        } catch (ApiException fault) {
            return new TransactStep.Misfit(table, TransactStep.reasonOf(fault));
        }
    }

    private PrimaryKey key(KeySchema schema) {
        if (action instanceof TransactWrite.Put put) {
            return ItemKeys.ofItem(schema, put.item());
        }
        PrimaryKey key = ItemKeys.ofKey(schema, keys());
        ItemChecks.requireKeyUntouched(schema, update.attributeNames());
        return key;
    }

    private TransactStep.@Nullable Change change() {
        return switch (action) {
            case TransactWrite.Put put -> (now, _) -> put(now, put.item());
            case TransactWrite.Update of -> (now, before) -> updated(now, before, of.key());
            case TransactWrite.Delete _ -> (_, _) -> null;
            case TransactWrite.ConditionCheck _ -> null;
        };
    }

    private static Item put(Table now, Item item) {
        IndexKeyRules.OF_ITEM.requireKeys(now, item);
        return item;
    }

    private @Nullable Item updated(Table now, @Nullable Item before, Item key) {
        Item after = update.apply(before, key).after();
        if (before == null && UpdateItem.onlyTakesAway(update)) {
            return null;
        }
        ItemChecks.requireUpdatedSize(after.sizeBytes());
        IndexKeyRules.OF_UPDATE_EXPRESSION.requireKeys(now, after, update.attributeNames());
        return after;
    }
}
