package dev.millrace.testkit.operation;

import dev.millrace.model.request.LegacyOperator;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.testkit.expression.Comparator;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.Operand;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a legacy write, or the filter of a legacy read, expects of one attribute (source:
/// dynamodb-api reference, section 8).
///
/// @param operator null for the form without operator: the attribute has the one value, or, with no
///   values, does not exist
public record Expectation(
        String attribute, @Nullable LegacyOperator operator, List<AttributeValue> values) {
    /// The condition that says the same.
    public Condition condition() {
        DocumentPath path = DocumentPath.of(attribute);
        if (operator == null) {
            return values.isEmpty()
                    ? new Condition.NotExists(path)
                    : compared(path, Comparator.EQUAL);
        }
        return switch (operator) {
            case EQ -> compared(path, Comparator.EQUAL);
            case NE -> compared(path, Comparator.NOT_EQUAL);
            case LE -> compared(path, Comparator.LESS_OR_EQUAL);
            case LT -> compared(path, Comparator.LESS);
            case GE -> compared(path, Comparator.GREATER_OR_EQUAL);
            case GT -> compared(path, Comparator.GREATER);
            case IN -> new Condition.In(new Operand.Stored(path), literals());
            case BETWEEN ->
                    new Condition.Between(
                            new Operand.Stored(path), literals().get(0), literals().get(1));
            case NOT_NULL -> new Condition.Exists(path);
            case NULL -> new Condition.NotExists(path);
            case CONTAINS -> new Condition.Contains(path, values.getFirst());
            case NOT_CONTAINS ->
                    new Condition.And(
                            new Condition.Exists(path),
                            new Condition.Not(new Condition.Contains(path, values.getFirst())));
            case BEGINS_WITH -> new Condition.BeginsWith(path, values.getFirst());
        };
    }

    private Condition compared(DocumentPath path, Comparator comparator) {
        return new Condition.Comparison(
                new Operand.Stored(path), comparator, literals().getFirst());
    }

    private List<Operand> literals() {
        return values.stream().<Operand>map(Operand.Literal::new).toList();
    }
}
