package dev.millrace.expression;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.SetValue;
import dev.millrace.expression.ast.UpdateAction;
import dev.millrace.expression.evaluate.OperandTypes;
import dev.millrace.expression.evaluate.UpdateEvaluator;
import dev.millrace.expression.evaluate.UpdateOutcome;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An update: actions that make a new item of an item, or of nothing.
public final class Update {
    /// The update that changes nothing, though it creates an item that does not exist.
    public static final Update NONE = new Update(List.of(), false);

    private final List<UpdateAction> actions;
    private final boolean comparesTypes;

    private Update(List<UpdateAction> actions, boolean comparesTypes) {
        this.actions = actions;
        this.comparesTypes = comparesTypes;
    }

    /// The update that makes these changes, at paths that do not overlap or conflict.
    public static Update of(List<UpdateAction> actions) {
        return new Update(List.copyOf(actions), false);
    }

    /// The update that makes the changes of legacy `AttributeUpdates`, which are at attributes that
    /// differ from each other.
    static Update ofAttributeUpdates(List<UpdateAction> actions) {
        return new Update(List.copyOf(actions), true);
    }

    /// The item after the update. Without an item before, a new one starts with the attributes of
    /// its key.
    ///
    /// @throws ApiException if the update does not fit the item: a path leads nowhere, an operand
    ///   is missing or of the wrong type, a number or the nesting goes beyond its limits
    public UpdateResult apply(@Nullable Item before, Item key) {
        if (comparesTypes && before != null) {
            OperandTypes.requireSame(actions, before.attributes());
        }
        UpdateOutcome outcome =
                before == null
                        ? UpdateEvaluator.create(actions, key.attributes())
                        : UpdateEvaluator.apply(actions, before.attributes());
        return new UpdateResult(
                Item.of(outcome.attributes()), outcome.touched(), outcome.written());
    }

    /// The top-level attributes that the update writes to or removes, in the order of the actions.
    public Set<String> attributeNames() {
        Set<String> names = new LinkedHashSet<>();
        actions.forEach(action -> names.add(action.path().attribute()));
        return names;
    }

    /// What the update sets whole attributes to, where that is a value of the request itself.
    public Map<String, AttributeValue> constants() {
        Map<String, AttributeValue> constants = new LinkedHashMap<>();
        for (UpdateAction action : actions) {
            if (action instanceof UpdateAction.Set(DocumentPath path, SetValue.Constant(var value))
                    && !path.isNested()) {
                constants.put(path.attribute(), value);
            }
        }
        return constants;
    }

    /// Whether it was written as an expression, and not as `AttributeUpdates`.
    public boolean isExpression() {
        return !comparesTypes;
    }

    /// The actions, in the order in which they were written.
    public List<UpdateAction> actions() {
        return actions;
    }

    /// Whether there are no actions.
    public boolean isEmpty() {
        return actions.isEmpty();
    }
}
