package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.index.IndexKeyRules;
import dev.millrace.engine.index.ItemCollections;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.statement.WhereKey;
import dev.millrace.expression.Condition;
import dev.millrace.expression.UpdateResult;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.partiql.Statement.Returning;
import dev.millrace.expression.statement.BoundStatement;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// Makes writes of items of statements.
///
/// @param keyFault what is told of a condition that does not name one item by its key
record StatementWrites(ItemCollections collections, String keyFault) {
    /// What a statement alone or in a batch is told.
    static final String NO_KEY =
            "Where clause does not contain a mandatory equality on all key attributes";

    /// What a statement in a transaction is told.
    static final String KEY_MISMATCH = "The provided key element does not match the schema";

    /// The write that a statement means on its table.
    ///
    /// @throws ApiException if it does not name one item, or its item cannot be written there
    ItemWrite of(
            BoundStatement statement, Table table, ReturnValuesOnConditionCheckFailure onFailure) {
        return switch (statement) {
            case BoundStatement.Insert insert -> insert(insert, table, onFailure);
            case BoundStatement.Update update -> update(update, table, onFailure);
            case BoundStatement.Delete delete -> delete(delete, table, onFailure);
            case BoundStatement.Select _, BoundStatement.Exists _ ->
                    throw new IllegalArgumentException("statement does not write");
        };
    }

    /// What a write was told to return, or null for nothing. What an update modified is what stands
    /// at the paths that it names, before or afterwards.
    static @Nullable Item returned(@Nullable Returning returning, ItemWrite.Outcome outcome) {
        return switch (returning) {
            case null -> null;
            case ALL_OLD -> outcome.before();
            case ALL_NEW -> outcome.after();
            case MODIFIED_OLD -> UpdateItem.cut(outcome.before(), outcome.touched());
            case MODIFIED_NEW -> UpdateItem.cut(outcome.after(), outcome.touched());
        };
    }

    private ItemWrite insert(
            BoundStatement.Insert insert,
            Table table,
            ReturnValuesOnConditionCheckFailure onFailure) {
        ItemChecks.requireSize(insert.item());
        return write(
                table,
                ItemKeys.ofItem(table.keySchema(), insert.item()),
                Condition.ALWAYS,
                onFailure,
                (now, before) -> inserted(now, before, insert.item()));
    }

    private static ItemWrite.Outcome inserted(Table now, @Nullable Item before, Item item) {
        if (before != null) {
            throw new ApiException(
                    ApiError.DUPLICATE_ITEM, "Duplicate primary key exists in table");
        }
        return PutItem.put(now, null, item);
    }

    private ItemWrite update(
            BoundStatement.Update update,
            Table table,
            ReturnValuesOnConditionCheckFailure onFailure) {
        Item key = key(table, update.where());
        PrimaryKey primaryKey = ItemKeys.ofKey(table.keySchema(), key);
        ItemChecks.requireKeyUntouched(table.keySchema(), update.update().attributeNames());
        // No item but one with this key meets the whole condition, and none does where none is.
        return write(
                table,
                primaryKey,
                Condition.of(Objects.requireNonNull(update.where())),
                onFailure,
                (now, before) -> updated(now, before, update, key));
    }

    private static ItemWrite.Outcome updated(
            Table now, @Nullable Item before, BoundStatement.Update update, Item key) {
        UpdateResult result = update.update().apply(before, key);
        ItemChecks.requireUpdatedSize(result.after().sizeBytes());
        IndexKeyRules.OF_UPDATE_EXPRESSION.requireKeys(
                now, result.after(), update.update().attributeNames());
        return new ItemWrite.Outcome(before, result.after(), result.touched(), result.written());
    }

    private ItemWrite delete(
            BoundStatement.Delete delete,
            Table table,
            ReturnValuesOnConditionCheckFailure onFailure) {
        Item key = key(table, delete.where());
        return write(
                table,
                ItemKeys.ofKey(table.keySchema(), key),
                unlessMissing(table, Objects.requireNonNull(delete.where())),
                onFailure,
                (_, before) -> ItemWrite.Outcome.of(before, null));
    }

    // There is nothing that a deletion of nothing could fail by.
    private static Condition unlessMissing(Table table, Predicate where) {
        DocumentPath key = DocumentPath.of(table.keySchema().partitionKey().name());
        return Condition.of(
                new Predicate.Or(List.of(new Predicate.AttributeNotExists(key), where)));
    }

    private Item key(Table table, @Nullable Predicate where) {
        return WhereKey.ofWrite(table.keySchema(), where)
                .orElseThrow(() -> ApiException.validation(keyFault));
    }

    private ItemWrite write(
            Table table,
            PrimaryKey key,
            Condition condition,
            ReturnValuesOnConditionCheckFailure onFailure,
            ItemWrite.Replacement replacement) {
        return new ItemWrite(
                table,
                key,
                RowKey.of(table.id(), key),
                condition,
                onFailure,
                replacement,
                collections);
    }
}
