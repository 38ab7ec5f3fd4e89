package dev.millrace.expression.legacy;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.SetValue;
import dev.millrace.expression.ast.UpdateAction;
import dev.millrace.model.request.AttributeAction;
import dev.millrace.model.request.AttributeValueUpdate;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes update actions of `AttributeUpdates`.
public final class AttributeUpdates {
    private AttributeUpdates() {}

    /// The actions, in the order of the updates.
    ///
    /// @throws InvalidParameterException if a value is missing or of a type that its action does
    ///   not take
    public static List<UpdateAction> of(Map<String, AttributeValueUpdate> updates) {
        List<UpdateAction> actions = new ArrayList<>();
        updates.forEach((attribute, update) -> actions.add(action(attribute, update)));
        return actions;
    }

    private static UpdateAction action(String attribute, AttributeValueUpdate update) {
        DocumentPath path = DocumentPath.of(attribute);
        AttributeAction action = update.action() == null ? AttributeAction.PUT : update.action();
        AttributeValue value = update.value();
        return switch (action) {
            case PUT -> new UpdateAction.Set(path, new SetValue.Constant(require(value)));
            case ADD -> new UpdateAction.Add(path, requireAddable(require(value)));
            case DELETE ->
                    value == null
                            ? new UpdateAction.Remove(path)
                            : new UpdateAction.Delete(path, requireSet(value));
        };
    }

    private static AttributeValue require(@Nullable AttributeValue value) {
        if (value == null) {
            throw InvalidParameterException.value(
                    "Only DELETE action is allowed when no attribute value is specified");
        }
        return value;
    }

    private static AttributeValue requireAddable(AttributeValue value) {
        return switch (value.type()) {
            case N, SS, NS, BS, L -> value;
            case S, B, BOOL, NULL, M ->
                    throw InvalidParameterException.value(
                            "ADD action is not supported for the type " + value.type());
        };
    }

    private static AttributeValue requireSet(AttributeValue value) {
        return switch (value.type()) {
            case SS, NS, BS -> value;
            case S, N, B, BOOL, NULL, L, M ->
                    throw InvalidParameterException.value(
                            "DELETE action with value is not supported for the type "
                                    + value.type());
        };
    }
}
