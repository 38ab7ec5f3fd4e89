package dev.millrace.expression.evaluate;

import dev.millrace.expression.ast.ArithmeticOperator;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.SetValue;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Works out the right-hand sides of `SET` actions from the item before the update.
final class SetEvaluator {
    private final Map<String, AttributeValue> attributes;

    SetEvaluator(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    AttributeValue value(SetValue value) {
        return switch (value) {
            case SetValue.Path(DocumentPath path) -> require(path);
            case SetValue.Constant(AttributeValue constant) -> constant;
            case SetValue.IfNotExists(DocumentPath path, SetValue.Term fallback) -> {
                AttributeValue known = PathReader.read(path, attributes);
                yield known == null ? value(fallback) : known;
            }
            case SetValue.ListAppend(SetValue.Term first, SetValue.Term second) ->
                    append(list(first), list(second));
            case SetValue.Arithmetic(var operator, SetValue.Term left, SetValue.Term right) ->
                    calculate(operator, number(left), number(right));
        };
    }

    private AttributeValue require(DocumentPath path) {
        AttributeValue known = PathReader.read(path, attributes);
        if (known == null) {
            throw UpdateFaults.missingAttribute();
        }
        return known;
    }

    private List<AttributeValue> list(SetValue.Term term) {
        if (value(term) instanceof AttributeValue.L(List<AttributeValue> elements)) {
            return elements;
        }
        throw UpdateFaults.wrongType();
    }

    private Decimal number(SetValue.Term term) {
        if (value(term) instanceof AttributeValue.N(Decimal number)) {
            return number;
        }
        throw UpdateFaults.wrongType();
    }

    private static AttributeValue append(List<AttributeValue> first, List<AttributeValue> second) {
        List<AttributeValue> joined = new ArrayList<>(first.size() + second.size());
        joined.addAll(first);
        joined.addAll(second);
        return new AttributeValue.L(joined);
    }

    private static AttributeValue calculate(
            ArithmeticOperator operator, Decimal left, Decimal right) {
        return new AttributeValue.N(
                switch (operator) {
                    case PLUS -> left.plus(right);
                    case MINUS -> left.minus(right);
                });
    }
}
