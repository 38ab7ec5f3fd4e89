package dev.millrace.testkit.operation;

import static dev.millrace.model.value.AttributeValue.Type;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Utf8;
import dev.millrace.testkit.expression.Comparator;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.Operand;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Makes conditions and filters of every kind, some of them with operands that are refused.
final class ConditionGenerator {
    private static final int DEPTH_MAX = 2;
    private static final List<Comparator> COMPARATORS = List.of(Comparator.values());
    private static final List<Comparator> SIZE_COMPARATORS =
            List.of(Comparator.EQUAL, Comparator.LESS, Comparator.GREATER_OR_EQUAL);

    private final Chance chance;
    private final ValueGenerator values;
    private final PathGenerator paths;

    ConditionGenerator(Chance chance, ValueGenerator values, PathGenerator paths) {
        this.chance = chance;
        this.values = values;
        this.paths = paths;
    }

    /// A condition for a write, which may name key attributes.
    Condition condition(TableShape table) {
        return tree(() -> paths.anyOf(table), 0);
    }

    /// A filter for a query, which rarely names key attributes, because that is refused.
    Condition filter(TableShape table) {
        return tree(() -> chance.percent(1) ? paths.keyOf(table) : paths.any(), 0);
    }

    /// A condition that names no key attribute of the table.
    Condition withoutKeys() {
        return tree(paths::any, 0);
    }

    private Condition tree(Supplier<DocumentPath> path, int depth) {
        if (depth >= DEPTH_MAX || chance.percent(65)) {
            return leaf(path);
        }
        return switch (chance.below(3)) {
            case 0 -> new Condition.And(tree(path, depth + 1), tree(path, depth + 1));
            case 1 -> new Condition.Or(tree(path, depth + 1), tree(path, depth + 1));
            default -> new Condition.Not(tree(path, depth + 1));
        };
    }

    private Condition leaf(Supplier<DocumentPath> path) {
        DocumentPath subject = path.get();
        return switch (chance.below(12)) {
            case 0, 1 -> new Condition.Exists(subject);
            case 2, 3 -> new Condition.NotExists(subject);
            case 4 -> new Condition.HasType(subject, chance.of(List.of(Type.values())));
            case 5 -> new Condition.BeginsWith(subject, values.of(textType()));
            case 6 -> new Condition.Contains(subject, values.any());
            case 7 -> between(subject);
            case 8 -> in(subject);
            case 9 -> size(subject);
            default -> comparison(subject, path.get());
        };
    }

    private Condition comparison(DocumentPath left, DocumentPath other) {
        Comparator comparator = chance.of(COMPARATORS);
        if (chance.percent(15) && !other.equals(left)) {
            return new Condition.Comparison(
                    new Operand.Stored(left), comparator, new Operand.Stored(other));
        }
        Operand.Literal value = literal(left);
        boolean suits = !comparator.isOrdering() || isOrdered(value.value());
        return new Condition.Comparison(
                new Operand.Stored(left),
                suits || chance.percent(5) ? comparator : Comparator.NOT_EQUAL,
                value);
    }

    private Condition size(DocumentPath path) {
        return new Condition.Comparison(
                new Operand.Size(path),
                chance.of(SIZE_COMPARATORS),
                new Operand.Literal(new AttributeValue.N(Decimal.of(chance.below(4)))));
    }

    private Condition in(DocumentPath path) {
        List<Operand> candidates = new ArrayList<>();
        int count = 1 + chance.below(3);
        for (int i = 0; i < count; i++) {
            candidates.add(literal(path));
        }
        return new Condition.In(new Operand.Stored(path), candidates);
    }

    private Condition between(DocumentPath path) {
        Type type = chance.percent(50) ? Type.N : textType();
        AttributeValue one = values.of(type);
        AttributeValue other = values.of(type);
        boolean ascending = isAscending(one, other) != chance.percent(3);
        return new Condition.Between(
                new Operand.Stored(path),
                new Operand.Literal(ascending ? one : other),
                new Operand.Literal(ascending ? other : one));
    }

    private Operand.Literal literal(DocumentPath path) {
        boolean usual = chance.percent(80);
        return new Operand.Literal(usual ? values.of(paths.usualType(path)) : values.any());
    }

    private Type textType() {
        return chance.percent(70) ? Type.S : Type.B;
    }

    private static boolean isOrdered(AttributeValue value) {
        return value.type() == Type.S || value.type() == Type.N || value.type() == Type.B;
    }

    /// Whether two strings, numbers or binary values are in order.
    static boolean isAscending(AttributeValue lower, AttributeValue upper) {
        if (lower instanceof AttributeValue.S(var a) && upper instanceof AttributeValue.S(var b)) {
            return Utf8.ORDER.compare(a, b) <= 0;
        }
        if (lower instanceof AttributeValue.N(var a) && upper instanceof AttributeValue.N(var b)) {
            return a.compareTo(b) <= 0;
        }
        return lower instanceof AttributeValue.B(var a)
                && upper instanceof AttributeValue.B(var b)
                && a.compareTo(b) <= 0;
    }
}
