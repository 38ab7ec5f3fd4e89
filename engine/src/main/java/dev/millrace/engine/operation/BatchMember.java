package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.query.ReadTarget;
import dev.millrace.engine.query.TableTarget;
import dev.millrace.engine.statement.WhereKey;
import dev.millrace.expression.statement.BoundStatement;
import dev.millrace.expression.statement.Columns;
import dev.millrace.expression.statement.StatementReader;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.BatchStatement;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.response.BatchStatementResponse;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/// One statement of a batch, as far as its table could tell.
sealed interface BatchMember {
    /// The item that it is about; null if it is about none.
    @Nullable RowKey rowKey();

    /// Begins with what the statement says; whoever asks for the answer waits for it.
    Supplier<Answer> begin(ItemAccess access, ReturnConsumedCapacity wanted);

    /// What became of it.
    ///
    /// @param capacity null if it was not asked for, or nothing was carried out
    record Answer(BatchStatementResponse response, @Nullable ConsumedCapacity capacity) {}

    /// A statement that is not carried out.
    record Refused(ApiException fault) implements BatchMember {
        @Override
        public @Nullable RowKey rowKey() {
            return null;
        }

        @Override
        public Supplier<Answer> begin(ItemAccess access, ReturnConsumedCapacity wanted) {
            return () ->
                    new Answer(new BatchStatementResponse(BatchErrors.of(fault), null, null), null);
        }
    }

    /// A SELECT of one item.
    record Read(Table table, RowKey rowKey, @Nullable Columns columns, boolean consistent, Item key)
            implements BatchMember {
        @Override
        public Supplier<Answer> begin(ItemAccess access, ReturnConsumedCapacity wanted) {
            return () -> carryOut(access, wanted);
        }

        private Answer carryOut(ItemAccess access, ReturnConsumedCapacity wanted) {
            try {
                access.requireRead(table, key);
                Item item = access.rows().read(rowKey);
                access.requireMemory(item);
                double units =
                        access.chargeRead(
                                table,
                                key,
                                CapacityUnits.ofRead(CapacityUnits.size(item), consistent));
                return new Answer(
                        new BatchStatementResponse(null, table.name(), cut(item)),
                        CapacityUnits.report(wanted, table.name(), units));
            } catch (ApiException fault) {
                return failed(table, fault);
            }
        }

        private @Nullable Item cut(@Nullable Item item) {
            return item == null || columns == null ? item : columns.apply(item);
        }
    }

    /// A write of one item.
    record Write(BoundStatement statement, ItemWrite write) implements BatchMember {
        @Override
        public RowKey rowKey() {
            return write.rowKey();
        }

        @Override
        public Supplier<Answer> begin(ItemAccess access, ReturnConsumedCapacity wanted) {
            try {
                Supplier<ItemWrite.Outcome> outcome = access.begin(write);
                return () -> answer(outcome, wanted);
            } catch (ApiException fault) {
                return () -> failed(write.table(), fault);
            }
        }

        private Answer answer(Supplier<ItemWrite.Outcome> begun, ReturnConsumedCapacity wanted) {
            try {
                ItemWrite.Outcome outcome = begun.get();
                return new Answer(
                        new BatchStatementResponse(
                                null,
                                write.table().name(),
                                StatementWrites.returned(statement.returned(), outcome)),
                        WriteReport.capacity(wanted, write.table(), outcome));
            } catch (ApiException fault) {
                return failed(write.table(), fault);
            }
        }
    }

    /// What a statement comes to on its table.
    static BatchMember of(BatchStatement statement, ItemAccess access) {
        if (statement.fault() != null) {
            return new Refused(statement.fault());
        }
        try {
            BoundStatement bound =
                    StatementReader.read(
                            access.parser(), statement.statement(), statement.parameters());
            return switch (bound) {
                case BoundStatement.Select select ->
                        read(select, access, statement.consistentRead());
                case BoundStatement.Exists _ -> throw ExecuteStatement.existsAlone();
                case BoundStatement.Insert _, BoundStatement.Update _, BoundStatement.Delete _ ->
                        write(bound, access, statement);
            };
        } catch (ApiException fault) {
            return new Refused(fault);
        }
    }

    private static BatchMember read(
            BoundStatement.Select select, ItemAccess access, boolean consistent) {
        ReadTarget target = StatementTargets.require(access, select, false);
        if (target instanceof TableTarget table) {
            Item key = WhereKey.ofRead(select, table).orElseThrow(BatchMember::noKey);
            RowKey row =
                    RowKey.of(table.table().id(), ItemKeys.ofKey(table.table().keySchema(), key));
            return new Read(table.table(), row, select.columns(), consistent, key);
        }
        throw noKey();
    }

    private static BatchMember write(
            BoundStatement bound, ItemAccess access, BatchStatement statement) {
        Table table =
                StatementTargets.table(access, bound).orElseThrow(ApiException::tableNotFound);
        return new Write(
                bound,
                new StatementWrites(access.collections(), StatementWrites.NO_KEY)
                        .of(bound, table, statement.returnValuesOnConditionCheckFailure()));
    }

    private static ApiException noKey() {
        return ApiException.validation(
                "Select statements within BatchExecuteStatement must specify the primary key in the"
                        + " where clause.");
    }

    private static Answer failed(Table table, ApiException fault) {
        return new Answer(
                new BatchStatementResponse(BatchErrors.of(fault), table.name(), null), null);
    }
}
