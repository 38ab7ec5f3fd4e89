package dev.millrace.testkit.operation;

import static dev.millrace.model.value.AttributeValue.Type;

import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.SetValue;
import dev.millrace.testkit.expression.UpdateAction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Makes the actions of updates: mostly ones that suit the attribute, some that fail, some that
/// change nothing, some that overlap.
final class UpdateGenerator {
    private static final List<ReturnValues> RETURN_VALUES = List.of(ReturnValues.values());
    private static final List<ReturnValues> WHOLE_RETURN_VALUES =
            List.of(ReturnValues.NONE, ReturnValues.ALL_OLD, ReturnValues.ALL_NEW);

    private final Chance chance;
    private final ValueGenerator values;
    private final PathGenerator paths;

    UpdateGenerator(Chance chance, ValueGenerator values, PathGenerator paths) {
        this.chance = chance;
        this.values = values;
        this.paths = paths;
    }

    /// The actions of one update, perhaps none.
    List<UpdateAction> actions(TableShape table) {
        if (chance.percent(4)) {
            return List.of();
        }
        List<DocumentPath> targets = new ArrayList<>(paths.distinct());
        if (chance.percent(3)) {
            targets.add(paths.any());
        }
        if (chance.percent(1)) {
            targets.add(paths.keyOf(table));
        }
        return targets.stream().map(this::action).toList();
    }

    /// What the update returns. How UPDATED_OLD and UPDATED_NEW show list elements that move is not
    /// documented, so they are not asked for then.
    ReturnValues returnValues(List<UpdateAction> actions) {
        boolean hasIndex = actions.stream().anyMatch(action -> action.path().hasIndex());
        return chance.of(hasIndex ? WHOLE_RETURN_VALUES : RETURN_VALUES);
    }

    /// Adds a condition where the outcome for a missing item is not documented: DELETE of a nested
    /// path, or REMOVE of one beside actions that create the item.
    @Nullable Condition guarded(
            TableShape table, List<UpdateAction> actions, @Nullable Condition condition) {
        boolean clearsNested =
                actions.stream().anyMatch(a -> a.isClearing() && !a.path().isTopLevel());
        boolean onlyRemoves = actions.stream().allMatch(UpdateAction.Remove.class::isInstance);
        if (!clearsNested || onlyRemoves) {
            return condition;
        }
        Condition exists =
                new Condition.Exists(DocumentPath.of(table.keySchema().partitionKey().name()));
        return condition == null ? exists : new Condition.And(exists, condition);
    }

    private UpdateAction action(DocumentPath path) {
        Type usual = paths.usualType(path);
        return switch (chance.below(10)) {
            case 0, 1 -> new UpdateAction.Remove(path);
            case 2, 3 -> add(path, usual);
            case 4 -> delete(path, usual);
            case 5 -> new UpdateAction.Set(path, ifNotExists());
            case 6 -> new UpdateAction.Set(path, new SetValue.Stored(paths.any()));
            default -> new UpdateAction.Set(path, setValue(path, usual));
        };
    }

    private UpdateAction add(DocumentPath path, Type usual) {
        if (endsWithIndex(path)) {
            return new UpdateAction.Remove(path);
        }
        return new UpdateAction.Add(path, values.of(isSet(usual) ? usual : addType()));
    }

    private Type addType() {
        return chance.percent(2) ? Type.S : chance.percent(85) ? Type.N : Type.NS;
    }

    private UpdateAction delete(DocumentPath path, Type usual) {
        if (endsWithIndex(path)) {
            return new UpdateAction.Remove(path);
        }
        Type type = chance.percent(2) ? Type.N : Type.SS;
        return new UpdateAction.Delete(path, values.of(isSet(usual) ? usual : type));
    }

    private SetValue setValue(DocumentPath path, Type usual) {
        if (usual == Type.N && chance.percent(60)) {
            return arithmetic(path);
        }
        if (usual == Type.L && chance.percent(60)) {
            return append(path);
        }
        return literal(chance.percent(85) ? usual : chance.of(List.of(Type.values())));
    }

    private SetValue arithmetic(DocumentPath path) {
        SetValue.Term left =
                chance.percent(50)
                        ? new SetValue.Stored(path)
                        : new SetValue.IfNotExists(path, literal(Type.N));
        SetValue.Term right = literal(chance.percent(98) ? Type.N : Type.S);
        return chance.percent(50)
                ? new SetValue.Plus(left, right)
                : new SetValue.Minus(left, right);
    }

    private SetValue append(DocumentPath path) {
        SetValue.Term stored =
                chance.percent(50)
                        ? new SetValue.Stored(path)
                        : new SetValue.IfNotExists(path, new SetValue.Literal(emptyList()));
        SetValue.Term added = literal(chance.percent(98) ? Type.L : Type.S);
        return chance.percent(50)
                ? new SetValue.ListAppend(stored, added)
                : new SetValue.ListAppend(added, stored);
    }

    private SetValue ifNotExists() {
        return new SetValue.IfNotExists(paths.any(), new SetValue.Literal(values.any()));
    }

    private SetValue.Term literal(Type type) {
        return new SetValue.Literal(values.of(type));
    }

    private static AttributeValue emptyList() {
        return new AttributeValue.L(List.of());
    }

    private static boolean isSet(Type type) {
        return type == Type.SS || type == Type.NS || type == Type.BS;
    }

    private static boolean endsWithIndex(DocumentPath path) {
        return path.steps().getLast() instanceof DocumentPath.Step.Index;
    }
}
