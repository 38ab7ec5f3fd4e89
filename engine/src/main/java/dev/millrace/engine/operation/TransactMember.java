package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.index.ItemCollections;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.query.TableTarget;
import dev.millrace.engine.statement.WhereKey;
import dev.millrace.expression.Condition;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.statement.BoundStatement;
import dev.millrace.expression.statement.Columns;
import dev.millrace.expression.statement.StatementReader;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.TransactStatement;
import dev.millrace.model.value.Item;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// One statement of a transaction.
///
/// @param index its place in the request, counted from zero
record TransactMember(
        int index, BoundStatement statement, ReturnValuesOnConditionCheckFailure onFailure) {
    /// The statement at a place of the request.
    ///
    /// @throws ApiException if it cannot be carried out whatever its table
    static TransactMember of(int index, TransactStatement statement, ItemAccess access) {
        return new TransactMember(
                index,
                told(
                        index,
                        () ->
                                StatementReader.read(
                                        access.parser(),
                                        statement.statement(),
                                        statement.parameters())),
                statement.returnValuesOnConditionCheckFailure());
    }

    /// Checks what the statement asks of its table, whatever the items.
    ///
    /// @throws ApiException if no transaction can have it
    void check(Table table) {
        told(
                index,
                () -> {
                    switch (statement) {
                        case BoundStatement.Select select -> keyOfRead(select, table);
                        case BoundStatement.Exists exists -> keyOfCheck(exists, table);
                        case BoundStatement.Insert insert -> ItemChecks.requireSize(insert.item());
                        case BoundStatement.Update _, BoundStatement.Delete _ -> {
                            if (statement.returned() != null) {
                                throw ApiException.validation(
                                        "RETURNING clause is not supported in"
                                                + " ExecuteTransaction.");
                            }
                        }
                    }
                    return statement;
                });
    }

    /// The read that a SELECT comes to.
    ///
    /// @throws ApiException if the key does not fit the table
    TransactReading.Read read(Table table) {
        BoundStatement.Select select = (BoundStatement.Select) statement;
        Item key = keyOfRead(select, table);
        RowKey row = RowKey.of(table.id(), ItemKeys.ofKey(table.keySchema(), key));
        Columns columns = select.columns();
        UnaryOperator<Item> cut = columns == null ? UnaryOperator.identity() : columns::apply;
        return new TransactReading.Read(table, row, cut, key);
    }

    /// What a statement that writes or checks comes to.
    TransactStep step(Table table, ItemCollections collections) {
        try {
            return statement instanceof BoundStatement.Exists exists
                    ? check(exists, table, collections)
                    : write(table, collections);
        } catch (ApiException fault) {
            return new TransactStep.Misfit(table, TransactStep.reasonOf(fault));
        }
    }

    private TransactStep write(Table table, ItemCollections collections) {
        ItemWrite write =
                new StatementWrites(collections, StatementWrites.KEY_MISMATCH)
                        .of(statement, table, onFailure);
        return new TransactStep.Ready(
                table,
                write.key(),
                write.rowKey(),
                write.condition(),
                onFailure,
                (now, before) -> write.replacement().of(now, before).after(),
                collections);
    }

    private TransactStep check(
            BoundStatement.Exists exists, Table table, ItemCollections collections) {
        PrimaryKey key = ItemKeys.ofKey(table.keySchema(), keyOfCheck(exists, table));
        Predicate where = Objects.requireNonNull(exists.select().where());
        return new TransactStep.Ready(
                table,
                key,
                RowKey.of(table.id(), key),
                Condition.of(where),
                onFailure,
                null,
                collections);
    }

    private static Item keyOfRead(BoundStatement.Select select, Table table) {
        requireTable(select);
        return WhereKey.ofRead(select, new TableTarget(table))
                .orElseThrow(() ->
                        ApiException.validation(
                                "Select statements within ExecuteTransaction must specify the"
                                        + " primary key in the where clause."));
    }

    private static Item keyOfCheck(BoundStatement.Exists exists, Table table) {
        requireTable(exists.select());
        return WhereKey.ofExists(table.keySchema(), exists.select().where());
    }

    private static void requireTable(BoundStatement.Select select) {
        if (select.relation().indexName() != null) {
            throw ApiException.validation(
                    "Reads on indices are not supported within transactions.");
        }
        StatementTargets.requireColumns(select);
    }

    private static <T> T told(int index, Supplier<T> work) {
        try {
            return work.get();
        } catch (ApiException fault) {
            if (fault.error() != ApiError.VALIDATION) {
                throw fault;
            }
            throw ApiException.validation(
                    "Validation failed in TransactStatements["
                            + index
                            + "]: "
                            + fault.getMessage());
        }
    }
}
