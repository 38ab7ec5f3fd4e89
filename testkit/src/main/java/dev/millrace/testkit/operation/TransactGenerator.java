package dev.millrace.testkit.operation;

import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.UpdateAction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Makes transactions on one or more tables, some of them with a fault.
final class TransactGenerator {
    private static final int ACTIONS_MAX = 5;

    private final Chance chance;
    private final ItemGenerator items;
    private final ConditionGenerator conditions;
    private final UpdateGenerator updates;
    private final PathGenerator paths;

    TransactGenerator(
            Chance chance,
            ItemGenerator items,
            ConditionGenerator conditions,
            UpdateGenerator updates,
            PathGenerator paths) {
        this.chance = chance;
        this.items = items;
        this.conditions = conditions;
        this.updates = updates;
        this.paths = paths;
    }

    DatabaseOperation write(Supplier<TableShape> tables) {
        List<TransactAction> actions = new ArrayList<>();
        int count = 1 + chance.below(ACTIONS_MAX);
        for (int i = 0; i < count; i++) {
            actions.add(action(tables.get()));
        }
        return new DatabaseOperation.TransactWrite(actions);
    }

    DatabaseOperation get(Supplier<TableShape> tables) {
        List<DatabaseOperation.Get> reads = new ArrayList<>();
        int count = 1 + chance.below(ACTIONS_MAX);
        for (int i = 0; i < count; i++) {
            TableShape table = tables.get();
            reads.add(
                    new DatabaseOperation.Get(
                            table.name(), items.keyOrFault(table), paths.projection(table)));
        }
        return new DatabaseOperation.TransactGet(reads);
    }

    private TransactAction action(TableShape table) {
        boolean shows = chance.percent(50);
        return switch (chance.below(6)) {
            case 0, 1 ->
                    new TransactAction.Put(
                            table.name(), items.itemOrFault(table), condition(table), shows);
            case 2, 3 -> update(table, shows);
            case 4 ->
                    new TransactAction.Delete(
                            table.name(), items.keyOrFault(table), condition(table), shows);
            default ->
                    new TransactAction.Check(
                            table.name(),
                            items.keyOrFault(table),
                            conditions.condition(table),
                            shows);
        };
    }

    private TransactAction update(TableShape table, boolean shows) {
        List<UpdateAction> actions = updates.actions(table);
        Item key = items.keyOrFault(table);
        Condition condition = updates.guarded(table, actions, condition(table));
        return actions.isEmpty()
                ? new TransactAction.Delete(table.name(), key, condition, shows)
                : new TransactAction.Update(table.name(), key, actions, condition, shows);
    }

    private @Nullable Condition condition(TableShape table) {
        return chance.percent(20) ? conditions.condition(table) : null;
    }
}
