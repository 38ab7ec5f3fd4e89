package dev.millrace.expression.evaluate;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.UpdateAction;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;

import java.util.List;
import java.util.Map;

/// The rule of the legacy `AttributeUpdates` that what is added to an attribute or deleted from it
/// is of the attribute's type. The same mistake in an expression has another text.
public final class OperandTypes {
    private final Map<String, AttributeValue> attributes;

    private OperandTypes(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    /// Requires the values of all additions and deletions to be of the types that these attributes
    /// have.
    ///
    /// @throws ApiException if one is not
    public static void requireSame(
            List<UpdateAction> actions, Map<String, AttributeValue> attributes) {
        OperandTypes types = new OperandTypes(attributes);
        actions.forEach(types::require);
    }

    private void require(UpdateAction action) {
        switch (action) {
            case UpdateAction.Add(DocumentPath path, AttributeValue value) -> require(path, value);
            case UpdateAction.Delete(DocumentPath path, AttributeValue members) ->
                    require(path, members);
            case UpdateAction.Set _, UpdateAction.Remove _ -> {}
        }
    }

    private void require(DocumentPath path, AttributeValue value) {
        AttributeValue known = PathReader.read(path, attributes);
        if (known != null && known.type() != value.type()) {
            throw ApiException.validation("Type mismatch for attribute to update");
        }
    }
}
