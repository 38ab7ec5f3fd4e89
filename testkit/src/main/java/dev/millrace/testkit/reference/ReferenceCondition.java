package dev.millrace.testkit.reference;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Decimal;
import dev.millrace.testkit.expression.Comparator;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.Operand;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;

/// Whether a condition holds for an item (source: dynamodb-api reference, section 7.1).
///
/// @param item the attributes; empty for an item that does not exist
record ReferenceCondition(Map<String, AttributeValue> item) {
    /// Whether the condition holds.
    boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.Comparison(var left, var comparator, var right) ->
                    compares(left, comparator, right);
            case Condition.Between(var operand, var lower, var upper) ->
                    compares(operand, Comparator.GREATER_OR_EQUAL, lower)
                            && compares(operand, Comparator.LESS_OR_EQUAL, upper);
            case Condition.In(var operand, var candidates) ->
                    candidates.stream().anyMatch(c -> compares(operand, Comparator.EQUAL, c));
            case Condition.Exists(var path) -> read(path) != null;
            case Condition.NotExists(var path) -> read(path) == null;
            case Condition.HasType(var path, var type) -> hasType(read(path), type);
            case Condition.BeginsWith(var path, var prefix) -> beginsWith(read(path), prefix);
            case Condition.Contains(var path, var element) -> contains(read(path), element);
            case Condition.And(var left, var right) -> holds(left) && holds(right);
            case Condition.Or(var left, var right) -> holds(left) || holds(right);
            case Condition.Not(var negated) -> !holds(negated);
        };
    }

    private boolean compares(Operand left, Comparator comparator, Operand right) {
        if (isSizeless(left) || isSizeless(right)) {
            return false;
        }
        AttributeValue a = valueOf(left);
        AttributeValue b = valueOf(right);
        if (a == null || b == null) {
            return comparator == Comparator.NOT_EQUAL;
        }
        if (comparator.isOrdering()) {
            OptionalInt order = ValueOrder.compare(a, b);
            return order.isPresent() && comparator.accepts(order.getAsInt());
        }
        return a.equals(b) == (comparator == Comparator.EQUAL);
    }

    private @Nullable AttributeValue valueOf(Operand operand) {
        return switch (operand) {
            case Operand.Stored(var path) -> read(path);
            case Operand.Literal(var value) -> value;
            case Operand.Size(var path) ->
                    new AttributeValue.N(Decimal.of(sizeOf(read(path)).orElseThrow()));
        };
    }

    private boolean isSizeless(Operand operand) {
        return operand instanceof Operand.Size(var path) && sizeOf(read(path)).isEmpty();
    }

    private @Nullable AttributeValue read(DocumentPath path) {
        return ReferencePaths.read(item, path);
    }

    private static OptionalInt sizeOf(@Nullable AttributeValue value) {
        return switch (value) {
            case null -> OptionalInt.empty();
            case AttributeValue.S(var text) -> OptionalInt.of(text.length());
            case AttributeValue.B(var bytes) -> OptionalInt.of(bytes.length());
            case AttributeValue.SS(var members) -> OptionalInt.of(members.size());
            case AttributeValue.NS(var members) -> OptionalInt.of(members.size());
            case AttributeValue.BS(var members) -> OptionalInt.of(members.size());
            case AttributeValue.L(var elements) -> OptionalInt.of(elements.size());
            case AttributeValue.M(var entries) -> OptionalInt.of(entries.size());
            case AttributeValue.N _, AttributeValue.Bool _, AttributeValue.Null _ ->
                    OptionalInt.empty();
        };
    }

    private static boolean hasType(@Nullable AttributeValue value, AttributeValue.Type type) {
        return value != null && value.type() == type;
    }

    /// Whether a value begins with a prefix of its own type, string or binary.
    static boolean beginsWith(@Nullable AttributeValue value, AttributeValue prefix) {
        if (value instanceof AttributeValue.S(var text)
                && prefix instanceof AttributeValue.S(var start)) {
            return text.startsWith(start);
        }
        return value instanceof AttributeValue.B(var bytes)
                && prefix instanceof AttributeValue.B(var start)
                && occursAt(bytes, start, 0);
    }

    private static boolean contains(@Nullable AttributeValue value, AttributeValue element) {
        return switch (value) {
            case null -> false;
            case AttributeValue.S(var text) ->
                    element instanceof AttributeValue.S(var part) && text.contains(part);
            case AttributeValue.B(var bytes) ->
                    element instanceof AttributeValue.B(var part) && occurs(bytes, part);
            case AttributeValue.SS(var members) ->
                    element instanceof AttributeValue.S(var member) && members.contains(member);
            case AttributeValue.NS(var members) ->
                    element instanceof AttributeValue.N(var member) && members.contains(member);
            case AttributeValue.BS(var members) ->
                    element instanceof AttributeValue.B(var member) && members.contains(member);
            case AttributeValue.L(var elements) -> elements.contains(element);
            case AttributeValue.N _,
                    AttributeValue.M _,
                    AttributeValue.Bool _,
                    AttributeValue.Null _ ->
                    false;
        };
    }

    private static boolean occurs(Binary bytes, Binary part) {
        for (int i = 0; i <= bytes.length() - part.length(); i++) {
            if (occursAt(bytes, part, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean occursAt(Binary bytes, Binary part, int offset) {
        int end = offset + part.length();
        return end <= bytes.length()
                && Arrays.equals(Arrays.copyOfRange(bytes.bytes(), offset, end), part.bytes());
    }
}
