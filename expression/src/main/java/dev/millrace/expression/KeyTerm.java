package dev.millrace.expression;

import dev.millrace.model.value.AttributeValue;

import java.util.List;

/// A condition on one key attribute, before it is known which key it is.
record KeyTerm(String attribute, SortKeyCondition condition) {
    /// Whether it demands equality, as a partition key needs.
    boolean isEquality() {
        return condition instanceof SortKeyCondition.EqualTo;
    }

    /// The values that the key attribute is compared with.
    List<AttributeValue> values() {
        return switch (condition) {
            case SortKeyCondition.EqualTo(var value) -> List.of(value);
            case SortKeyCondition.LessThan(var value) -> List.of(value);
            case SortKeyCondition.LessOrEqual(var value) -> List.of(value);
            case SortKeyCondition.GreaterThan(var value) -> List.of(value);
            case SortKeyCondition.GreaterOrEqual(var value) -> List.of(value);
            case SortKeyCondition.Between(var lower, var upper) -> List.of(lower, upper);
            case SortKeyCondition.BeginsWith(var prefix) -> List.of(prefix);
        };
    }
}
