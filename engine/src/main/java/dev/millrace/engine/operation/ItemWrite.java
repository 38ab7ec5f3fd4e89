package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.ItemCommand;
import dev.millrace.engine.commit.ItemEvaluation;
import dev.millrace.engine.index.ItemCollections;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.item.TableUnits;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.throttle.Demand;
import dev.millrace.expression.Condition;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.response.ConditionalCheckFailedException;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The command behind every write of one item: if the condition holds for what is there, something
/// takes its place.
record ItemWrite(
        Table table,
        PrimaryKey key,
        RowKey rowKey,
        Condition condition,
        ReturnValuesOnConditionCheckFailure onFailure,
        Replacement replacement,
        ItemCollections collections)
        implements ItemCommand<ItemWrite.Outcome> {
    /// What takes the place of the item that was there, either of them null for none. The table is
    /// as it is at this point of the log.
    @FunctionalInterface
    interface Replacement {
        Outcome of(Table now, @Nullable Item before);
    }

    /// What was there and what is there now, with the paths of an update; either item null for
    /// none.
    record Outcome(
            @Nullable Item before,
            @Nullable Item after,
            List<DocumentPath> touched,
            List<DocumentPath> written) {
        static Outcome of(@Nullable Item before, @Nullable Item after) {
            return new Outcome(before, after, List.of(), List.of());
        }
    }

    @Override
    public Outcome evaluate(ItemEvaluation items) {
        Table now = items.require(table);
        Item before = items.current(rowKey);
        if (!condition.test(before)) {
            throw new ConditionalCheckFailedException(
                    onFailure == ReturnValuesOnConditionCheckFailure.ALL_OLD ? before : null);
        }
        Outcome outcome = replacement.of(now, before);
        collections.requireRoom(now, key, before, outcome.after());
        items.set(now, key, rowKey, before, outcome.after());
        return outcome;
    }

    /// What the write costs if it finds `present`. A write that will fail costs its table what a
    /// deletion would; why it fails is for [#evaluate] to tell.
    Demand estimate(@Nullable Item present) {
        try {
            return condition.test(present)
                    ? cost(replacement.of(table, present))
                    : costOfFailure(present);
        } catch (ApiException _) {
            return costOfFailure(present);
        }
    }

    /// What the write has cost its table and the indexes.
    Demand cost(Outcome outcome) {
        return Demand.writes(table, WriteReport.units(table, outcome.before(), outcome.after()));
    }

    private Demand costOfFailure(@Nullable Item present) {
        return Demand.writes(table, TableUnits.ofItems(CapacityUnits.ofWrite(present, null)));
    }
}
