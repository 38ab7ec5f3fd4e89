package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.testkit.expression.SetValue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Calculates the right-hand sides of SET actions from an item as it was before the update.
record ReferenceSetValue(Map<String, AttributeValue> before) {
    /// The value of a right-hand side.
    ///
    /// @throws ApiException if it reads a missing attribute or one of the wrong type
    AttributeValue of(SetValue value) {
        return switch (value) {
            case SetValue.Plus(var left, var right) ->
                    ReferenceNumbers.sum(number(left), number(right));
            case SetValue.Minus(var left, var right) ->
                    ReferenceNumbers.difference(number(left), number(right));
            case SetValue.Stored stored -> ofStored(stored);
            case SetValue.Literal(var literal) -> literal;
            case SetValue.IfNotExists(var path, var fallback) -> {
                AttributeValue present = ReferencePaths.read(before, path);
                yield present == null ? of(fallback) : present;
            }
            case SetValue.ListAppend(var first, var second) ->
                    new AttributeValue.L(
                            Stream.concat(list(first).stream(), list(second).stream()).toList());
        };
    }

    private AttributeValue ofStored(SetValue.Stored stored) {
        AttributeValue present = ReferencePaths.read(before, stored.path());
        if (present == null) {
            throw ApiException.validation(
                    "The provided expression refers to an attribute that does not exist in the"
                            + " item");
        }
        return present;
    }

    private Decimal number(SetValue.Term term) {
        if (of(term) instanceof AttributeValue.N(var number)) {
            return number;
        }
        throw incorrectType();
    }

    private List<AttributeValue> list(SetValue.Term term) {
        if (of(term) instanceof AttributeValue.L(var elements)) {
            return elements;
        }
        throw incorrectType();
    }

    /// The error of an operand whose type does not fit.
    static ApiException incorrectType() {
        return ApiException.validation(
                "An operand in the update expression has an incorrect data type");
    }
}
