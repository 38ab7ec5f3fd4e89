package dev.millrace.expression.partiql;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes statements as text, with every name in quotes and every term within another that is not a
/// single operand in parentheses.
final class StatementFormat {
    private StatementFormat() {}

    private static String format(Term term) {
        return switch (term) {
            case Statement statement -> "(" + format(statement) + ")";
            case Term.Path path -> path(path);
            case Term.Text(_, String value) -> quoted(value, "'");
            case Term.Numeral(_, String text) -> text;
            case Term.Truth(_, boolean value) -> value ? "TRUE" : "false";
            case Term.Null _ -> "Null";
            case Term.Missing _ -> "missing";
            case Term.Parameter _ -> "?";
            case Term.ListOf(_, var elements) -> "[" + all(elements) + "]";
            case Term.BagOf(_, var members) -> "<<" + all(members) + ">>";
            case Term.StructOf(_, var entries) ->
                    "{" + joined(entries, ", ", StatementFormat::entry) + "}";
            case Term.Call(_, String name, var operands) -> name + "(" + all(operands) + ")";
            case Term.Everything _ -> "*";
            case Term.And(_, var terms) -> joined(terms, " AND ", StatementFormat::nested);
            case Term.Or(_, var terms) -> joined(terms, " or ", StatementFormat::nested);
            case Term.Not(_, Term negated) -> "NOT " + nested(negated);
            case Term.Signed(_, String sign, Term signed) -> sign + nested(signed);
            case Term.Infix(_, String operator, Term left, Term right) ->
                    nested(left) + " " + operator + " " + nested(right);
            case Term.Between(_, Term operand, Term lower, Term upper) ->
                    "%s BETWEEN %s AND %s".formatted(nested(operand), nested(lower), nested(upper));
            case Term.In(_, Term operand, Term candidates) ->
                    nested(operand) + " IN " + nested(candidates);
            case Term.Is(_, Term operand, String type) -> nested(operand) + " IS " + type(type);
        };
    }

    static String format(Statement statement) {
        return switch (statement) {
            case Statement.Select select -> select(select);
            case Statement.Insert(_, Statement.Source source, Term item) ->
                    "INSERT INTO " + source(source) + " VALUE " + format(item);
            case Statement.Update(_, var source, var changes, var where, var returning) ->
                    "UPDATE "
                            + source(source)
                            + joined(changes, "", StatementFormat::change)
                            + where(where)
                            + returning(returning);
            case Statement.Delete(_, var source, var where, var returning) ->
                    "DELETE FROM " + source(source) + where(where) + returning(returning);
        };
    }

    private static String type(String type) {
        return type.equals("double") ? "double precision" : type;
    }

    private static String select(Statement.Select select) {
        String columns =
                select.columns().isEmpty()
                        ? "*"
                        : joined(select.columns(), ", ", StatementFormat::column);
        String order =
                select.order().isEmpty()
                        ? ""
                        : " ORDER BY " + joined(select.order(), ", ", StatementFormat::order);
        return "SELECT "
                + columns
                + "\nFROM "
                + source(select.source())
                + where(select.where())
                + order;
    }

    private static String column(Statement.Column column) {
        return format(column.term()) + (column.aliased() ? " AS x" : "");
    }

    private static String order(Statement.Order order) {
        return format(order.term()) + (order.descending() ? " DESC" : "");
    }

    private static String source(Statement.Source source) {
        return path(source.path()) + (source.aliased() ? " x" : "");
    }

    private static String where(@Nullable Term where) {
        return where == null ? "" : " -- that is\n WHERE " + format(where);
    }

    private static String returning(Statement.@Nullable Returning returning) {
        return returning == null ? "" : " " + returning.clause();
    }

    private static String change(Statement.Change change) {
        return switch (change) {
            case Statement.Change.Assign(Term.Path target, Term value) ->
                    " SET " + path(target) + " = " + format(value);
            case Statement.Change.Remove(Term.Path target) -> " REMOVE " + path(target);
        };
    }

    private static String path(Term.Path path) {
        return quoted(path.root(), "\"") + joined(path.steps(), "", StatementFormat::step);
    }

    private static String step(Term.Step step) {
        return switch (step) {
            case Term.Step.Field(String name) -> "." + quoted(name, "\"");
            case Term.Step.At(Term index) -> "[" + format(index) + "]";
            case Term.Step.Every _ -> "[*]";
        };
    }

    private static String entry(Term.Entry entry) {
        return format(entry.name()) + ": " + format(entry.value());
    }

    private static String nested(Term term) {
        return isOperand(term) ? format(term) : "/* */(" + format(term) + ")";
    }

    private static boolean isOperand(Term term) {
        return switch (term) {
            case Term.Path _,
                    Term.Text _,
                    Term.Truth _,
                    Term.Null _,
                    Term.Missing _,
                    Term.Parameter _,
                    Term.ListOf _,
                    Term.StructOf _,
                    Term.BagOf _,
                    Term.Call _,
                    Term.Everything _ ->
                    true;
            case Term.Numeral(_, String text) -> !text.startsWith("-");
            case Term.And _,
                    Term.Or _,
                    Term.Not _,
                    Term.Signed _,
                    Term.Infix _,
                    Term.Between _,
                    Term.In _,
                    Term.Is _,
                    Statement _ ->
                    false;
        };
    }

    private static String all(List<Term> terms) {
        return joined(terms, ", ", StatementFormat::format);
    }

    private static <T> String joined(List<T> parts, String between, Function<T, String> format) {
        return parts.stream().map(format).collect(Collectors.joining(between));
    }

    private static String quoted(String text, String quote) {
        return quote + text.replace(quote, quote + quote) + quote;
    }
}
