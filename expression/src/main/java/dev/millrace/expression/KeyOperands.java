package dev.millrace.expression;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.Operand;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The operands of one condition on a key: one attribute, the rest values.
record KeyOperands(DocumentPath attribute, List<AttributeValue> values) {
    /// Sorts out the operands, which are checked from left to right.
    ///
    /// @throws ApiException if they are not one attribute and otherwise values
    static KeyOperands of(List<Operand> operands) {
        @Nullable DocumentPath attribute = null;
        List<AttributeValue> values = new ArrayList<>();
        for (Operand operand : operands) {
            switch (operand) {
                case Operand.Path(DocumentPath path) -> attribute = keyAttribute(attribute, path);
                case Operand.Constant(AttributeValue value) -> values.add(value);
                case Operand.Size _, Operand.Truth _ ->
                        throw ApiException.validation(
                                "KeyConditionExpressions cannot contain nested operations");
            }
        }
        if (attribute == null) {
            throw invalid("No key attribute specified");
        }
        return new KeyOperands(attribute, values);
    }

    private static DocumentPath keyAttribute(@Nullable DocumentPath known, DocumentPath path) {
        if (known != null) {
            throw invalid("Multiple attribute names used in one condition");
        }
        if (path.isNested()) {
            throw ApiException.validation(
                    "KeyConditionExpressions cannot have conditions on nested attributes");
        }
        return path;
    }

    private static ApiException invalid(String reason) {
        return ApiException.validation("Invalid condition in KeyConditionExpression: " + reason);
    }
}
