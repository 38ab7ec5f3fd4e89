package dev.millrace.expression.syntax;

import dev.millrace.expression.ast.ArithmeticOperator;
import dev.millrace.expression.ast.ComparisonOperator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Makes random syntax trees that the grammars can express.
final class SyntaxGenerator {
    private static final List<String> NAMES = List.of("a", "b1", "_c", "longName", "android");
    private static final List<String> PLACEHOLDERS = List.of("#a", "#1", "#_x", "#AND");
    private static final List<String> VALUES = List.of(":v", ":0", ":in", ":V_1");
    private static final List<String> TESTS =
            List.of("attribute_exists", "contains", "begins_with", "attribute_type");

    private static final List<ComparisonOperator> COMPARISONS =
            List.of(ComparisonOperator.values());
    private static final List<ArithmeticOperator> SIGNS = List.of(ArithmeticOperator.values());

    private final Random random;

    SyntaxGenerator(long seed) {
        random = new Random(seed);
    }

    ConditionSyntax condition(int depth) {
        return switch (depth == 0 ? 4 + random.nextInt(4) : random.nextInt(8)) {
            case 0, 1 -> new ConditionSyntax.And(many(2, () -> unlikeAnd(depth - 1)));
            case 2 -> new ConditionSyntax.Or(many(2, () -> unlikeOr(depth - 1)));
            case 3 -> new ConditionSyntax.Not(condition(depth - 1));
            case 4 -> new ConditionSyntax.Between(operand(), operand(), operand());
            case 5 -> new ConditionSyntax.In(operand(), many(1, this::operand));
            case 6 -> new FunctionSyntax(pick(TESTS), many(1, this::operand));
            default -> new ConditionSyntax.Comparison(pick(COMPARISONS), operand(), operand());
        };
    }

    List<ActionSyntax> update() {
        List<ActionSyntax> actions = new ArrayList<>();
        actions.add(new ActionSyntax.Set(path(), setValue()));
        actions.add(new ActionSyntax.Remove(path()));
        actions.add(new ActionSyntax.Add(path(), value()));
        actions.add(new ActionSyntax.Delete(path(), value()));
        return actions.subList(random.nextInt(3), 3 + random.nextInt(2));
    }

    List<PathSyntax> projection() {
        return many(1, this::path);
    }

    // A chain within a chain of its own kind would need parentheses that are not redundant, but
    // comes back as one: only their order of evaluation differs.
    private ConditionSyntax unlikeAnd(int depth) {
        ConditionSyntax condition = condition(depth);
        return condition instanceof ConditionSyntax.And ? condition(0) : condition;
    }

    private ConditionSyntax unlikeOr(int depth) {
        ConditionSyntax condition = condition(depth);
        return condition instanceof ConditionSyntax.Or ? condition(0) : condition;
    }

    private OperandSyntax operand() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> value();
            case 2 -> new FunctionSyntax("size", many(1, this::path));
            default -> path();
        };
    }

    private SetValueSyntax setValue() {
        return random.nextBoolean() ? term(2) : new ArithmeticSyntax(pick(SIGNS), term(1), term(1));
    }

    private OperandSyntax term(int depth) {
        return switch (depth == 0 ? random.nextInt(2) : random.nextInt(4)) {
            case 0 -> value();
            case 1 -> path();
            case 2 -> new FunctionSyntax("if_not_exists", many(2, () -> term(depth - 1)));
            default -> new FunctionSyntax("list_append", many(2, () -> term(depth - 1)));
        };
    }

    private ValueSyntax value() {
        return new ValueSyntax(pick(VALUES));
    }

    private PathSyntax path() {
        List<PathSyntax.Segment> segments = new ArrayList<>();
        segments.add(name());
        while (random.nextInt(3) == 0) {
            segments.add(random.nextBoolean() ? name() : new PathSyntax.Index(random.nextInt(100)));
        }
        return new PathSyntax(List.copyOf(segments));
    }

    private PathSyntax.Segment name() {
        return random.nextInt(3) == 0
                ? new PathSyntax.Placeholder(pick(PLACEHOLDERS))
                : new PathSyntax.Name(pick(NAMES));
    }

    private <T> List<T> many(int least, Supplier<? extends T> one) {
        List<T> all = new ArrayList<>();
        int count = least + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            all.add(one.get());
        }
        return List.copyOf(all);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
