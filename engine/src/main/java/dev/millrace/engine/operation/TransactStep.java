package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.ItemEvaluation;
import dev.millrace.engine.index.BilledSizes;
import dev.millrace.engine.index.IndexWriteUnits;
import dev.millrace.engine.index.ItemCollections;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.engine.item.TableUnits;
import dev.millrace.engine.item.TransactCapacity;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.throttle.Demand;
import dev.millrace.expression.Condition;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.response.CancellationReason;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// One action of a transaction, as far as its table could tell.
sealed interface TransactStep {
    /// What becomes of the action in the state before the transaction.
    ///
    /// @throws ApiException if its table is gone, which refuses the whole transaction
    Outcome evaluate(ItemEvaluation items);

    /// The table as the operation saw it.
    Table seen();

    /// What the action is likely to cost, by the look of `rows`. One that will fail costs what
    /// deleting nothing would.
    default Demand estimate(ItemRows rows) {
        return Demand.writes(seen(), TableUnits.ofItems(TransactCapacity.ofWrite(null, null)));
    }

    /// What becomes of an action.
    sealed interface Outcome {
        CancellationReason reason();
    }

    /// The action has the transaction cancelled.
    record Refusal(CancellationReason reason) implements Outcome {}

    /// The action takes effect if all others do.
    record Effect(Ready step, Table table, @Nullable Item before, @Nullable Item after)
            implements Outcome {
        @Override
        public CancellationReason reason() {
            return new CancellationReason.None();
        }

        void apply(ItemEvaluation items) {
            items.set(table, step.key, step.rowKey, before, after);
        }

        // Unlike the table's, the units of indexes are not doubled.
        TableUnits writeUnits() {
            return step.change == null
                    ? TableUnits.ofItems(TransactCapacity.CONDITION_CHECK_UNITS)
                    : new TableUnits(
                            TransactCapacity.ofUnits(BilledSizes.writeUnits(table, before, after)),
                            IndexWriteUnits.of(table, before, after));
        }

        boolean isWrite() {
            return step.change != null;
        }

        double replayUnits() {
            return TransactCapacity.ofRead(
                    Math.max(CapacityUnits.size(before), CapacityUnits.size(after)));
        }

        // The bytes of what the action writes.
        int sizeBytes() {
            return step.change == null ? 0 : CapacityUnits.size(after);
        }
    }

    /// What takes the place of an item, null standing for none before and after. The table is as it
    /// is at this point of the log.
    @FunctionalInterface
    interface Change {
        @Nullable Item of(Table now, @Nullable Item before);
    }

    /// An action whose key does not fit its table.
    record Misfit(Table seen, CancellationReason reason) implements TransactStep {
        @Override
        public Outcome evaluate(ItemEvaluation items) {
            items.require(seen);
            return new Refusal(reason);
        }
    }

    /// An action that is ready to be evaluated.
    ///
    /// @param change null if nothing is to change, only the condition to be checked
    record Ready(
            Table seen,
            PrimaryKey key,
            RowKey rowKey,
            Condition condition,
            ReturnValuesOnConditionCheckFailure onFailure,
            @Nullable Change change,
            ItemCollections collections)
            implements TransactStep {
        @Override
        public Outcome evaluate(ItemEvaluation items) {
            Table now = items.require(seen);
            Item before = items.current(rowKey);
            try {
                return condition.test(before)
                        ? effect(now, before)
                        : new Refusal(conditionFailed(before));
            } catch (ApiException fault) {
                return new Refusal(reasonOf(fault));
            }
        }

        @Override
        public Demand estimate(ItemRows rows) {
            Item before = rows.read(rowKey);
            try {
                return condition.test(before)
                        ? Demand.writes(
                                seen,
                                new Effect(this, seen, before, after(seen, before)).writeUnits())
                        : TransactStep.super.estimate(rows);
            } catch (ApiException _) {
                return TransactStep.super.estimate(rows);
            }
        }

        private Effect effect(Table now, @Nullable Item before) {
            Item after = after(now, before);
            collections.requireRoom(now, key, before, after);
            return new Effect(this, now, before, after);
        }

        private @Nullable Item after(Table now, @Nullable Item before) {
            return change == null ? before : change.of(now, before);
        }

        private CancellationReason conditionFailed(@Nullable Item before) {
            boolean shown = onFailure == ReturnValuesOnConditionCheckFailure.ALL_OLD;
            return new CancellationReason.ConditionalCheckFailed(shown ? before : null);
        }
    }

    /// What the operation on one item refuses as invalid, or for want of room in an item
    /// collection, cancels a transaction; any other fault refuses it and is thrown again.
    static CancellationReason reasonOf(ApiException fault) {
        String text = Objects.requireNonNullElse(fault.getMessage(), "");
        if (fault.error() == ApiError.ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED) {
            return new CancellationReason.ItemCollectionSizeLimitExceeded(text);
        }
        if (fault.error() == ApiError.DUPLICATE_ITEM) {
            return new CancellationReason.DuplicateItem(text);
        }
        if (fault.error() != ApiError.VALIDATION) {
            throw fault;
        }
        return new CancellationReason.ValidationError(text);
    }
}
