package dev.millrace.expression.partiql;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Makes random statements that the grammar can express.
final class StatementGenerator {
    private static final Place PLACE = new Place(1, 1, 1);
    private static final List<String> NAMES =
            List.of("a", "Artist", "a b", "select", "it''s \"so\"", "ä\n😀", "$x");
    private static final List<String> TEXTS = List.of("", "a", "it's", "--", "/* x */", "\"", "é?");
    private static final List<String> NUMERALS =
            List.of("0", "12", "-7", "1.50", ".5", "1E5", "2e-3");
    private static final List<String> OPERATORS =
            List.of("=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "||", "like");
    private static final List<String> FUNCTIONS =
            List.of("size", "contains", "begins_with", "attribute_type", "count", "f");
    private static final List<String> TYPES =
            List.of("missing", "null", "string", "decimal", "bag", "list", "double");

    private final Random random;
    private int parameters;

    StatementGenerator(long seed) {
        random = new Random(seed);
    }

    Statement statement() {
        parameters = 0;
        return switch (random.nextInt(4)) {
            case 0 -> select(3);
            case 1 -> new Statement.Insert(PLACE, source(false), term(3));
            case 2 -> update();
            default ->
                    new Statement.Delete(
                            PLACE, source(random.nextBoolean()), where(3), returning());
        };
    }

    private Statement.Select select(int depth) {
        List<Statement.Column> columns = some(() -> new Statement.Column(term(1), isRare()));
        Statement.Source source = source(isRare());
        Term where = where(depth);
        List<Statement.Order> order =
                some(() -> new Statement.Order(term(1), random.nextBoolean()));
        return new Statement.Select(PLACE, columns, source, where, order);
    }

    private Statement update() {
        Statement.Source source = source(isRare());
        List<Statement.Change> changes = new ArrayList<>();
        changes.add(change());
        changes.addAll(some(this::change));
        return new Statement.Update(PLACE, source, changes, where(3), returning());
    }

    private Statement.Change change() {
        return isRare()
                ? new Statement.Change.Remove(path(1))
                : new Statement.Change.Assign(path(1), term(2));
    }

    private Statement.Source source(boolean aliased) {
        return new Statement.Source(path(0), aliased);
    }

    private @Nullable Term where(int depth) {
        return random.nextInt(4) == 0 ? null : term(depth);
    }

    private Statement.@Nullable Returning returning() {
        return isRare() ? pick(List.of(Statement.Returning.values())) : null;
    }

    private Term term(int depth) {
        return depth == 0
                ? leaf()
                : switch (random.nextInt(16)) {
                    case 0, 1 -> new Term.And(PLACE, many(() -> term(depth - 1)));
                    case 2 -> new Term.Or(PLACE, many(() -> term(depth - 1)));
                    case 3 -> new Term.Not(PLACE, term(depth - 1));
                    case 4 -> new Term.Signed(PLACE, pick(List.of("+", "-")), path(depth - 1));
                    case 5, 6, 7 -> infix(depth);
                    case 8 ->
                            new Term.Between(
                                    PLACE, term(depth - 1), term(depth - 1), term(depth - 1));
                    case 9 -> new Term.In(PLACE, term(depth - 1), term(depth - 1));
                    case 10 -> new Term.Is(PLACE, term(depth - 1), pick(TYPES));
                    case 11 -> new Term.Call(PLACE, pick(FUNCTIONS), some(() -> term(depth - 1)));
                    case 12 -> collection(depth);
                    case 13 -> isRare() ? select(depth - 1) : path(depth);
                    default -> leaf();
                };
    }

    private Term infix(int depth) {
        return new Term.Infix(PLACE, pick(OPERATORS), term(depth - 1), term(depth - 1));
    }

    private Term collection(int depth) {
        return switch (random.nextInt(3)) {
            case 0 -> new Term.ListOf(PLACE, some(() -> term(depth - 1)));
            case 1 -> new Term.BagOf(PLACE, some(() -> term(depth - 1)));
            default ->
                    new Term.StructOf(PLACE, some(() -> new Term.Entry(text(), term(depth - 1))));
        };
    }

    private Term leaf() {
        return switch (random.nextInt(8)) {
            case 0 -> text();
            case 1 -> new Term.Numeral(PLACE, pick(NUMERALS));
            case 2 -> new Term.Truth(PLACE, random.nextBoolean());
            case 3 -> new Term.Null(PLACE);
            case 4 -> new Term.Missing(PLACE);
            case 5 -> new Term.Parameter(PLACE, parameters++);
            default -> path(1);
        };
    }

    private Term text() {
        return new Term.Text(PLACE, pick(TEXTS));
    }

    private Term.Path path(int depth) {
        return new Term.Path(PLACE, pick(NAMES), some(() -> step(depth)));
    }

    private Term.Step step(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 0, 1 -> new Term.Step.Field(pick(NAMES));
            case 2 -> new Term.Step.At(term(depth - 1));
            default -> new Term.Step.Every(PLACE);
        };
    }

    private boolean isRare() {
        return random.nextInt(4) == 0;
    }

    private <T> List<T> some(Supplier<? extends T> one) {
        return parts(random.nextInt(3), one);
    }

    private <T> List<T> many(Supplier<? extends T> one) {
        return parts(2 + random.nextInt(2), one);
    }

    private static <T> List<T> parts(int count, Supplier<? extends T> one) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(one.get());
        }
        return all;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
