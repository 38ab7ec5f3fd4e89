package dev.millrace.testkit.sut;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.testkit.expression.Notation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The notation of PartiQL: names in double quotes, values as literals or as `?`.
///
/// @param parameters gets the values of the `?`
/// @param literal whether values are written as literals where there are literals of their type
/// @param documents whether maps and lists may be literals
record StatementNotation(List<AttributeValue> parameters, boolean literal, boolean documents)
        implements Notation {
    @Override
    public String name(String name) {
        return quoted(name, "\"");
    }

    @Override
    public String value(AttributeValue value) {
        boolean isDocument = value instanceof AttributeValue.L || value instanceof AttributeValue.M;
        if (literal && hasLiteral(value) && (documents || !isDocument)) {
            return literal(value);
        }
        parameters.add(value);
        return "?";
    }

    /// The literal of a text.
    static String text(String text) {
        return quoted(text, "'");
    }

    private static boolean hasLiteral(AttributeValue value) {
        return switch (value) {
            case AttributeValue.B _, AttributeValue.BS _ -> false;
            case AttributeValue.L(var elements) ->
                    elements.stream().allMatch(StatementNotation::hasLiteral);
            case AttributeValue.M(var entries) ->
                    entries.values().stream().allMatch(StatementNotation::hasLiteral);
            case AttributeValue.S _,
                    AttributeValue.N _,
                    AttributeValue.SS _,
                    AttributeValue.NS _,
                    AttributeValue.Bool _,
                    AttributeValue.Null _ ->
                    true;
        };
    }

    private static String literal(AttributeValue value) {
        return switch (value) {
            case AttributeValue.S(var text) -> text(text);
            case AttributeValue.N(var number) -> number.toString();
            case AttributeValue.Bool(var flag) -> Boolean.toString(flag);
            case AttributeValue.Null _ -> "NULL";
            case AttributeValue.SS(var members) ->
                    "<<" + joined(members.stream().toList(), StatementNotation::text) + ">>";
            case AttributeValue.NS(var members) ->
                    "<<" + joined(members.stream().toList(), Object::toString) + ">>";
            case AttributeValue.L(var elements) ->
                    "[" + joined(elements, StatementNotation::literal) + "]";
            case AttributeValue.M(var entries) ->
                    "{"
                            + joined(
                                    List.copyOf(entries.entrySet()),
                                    entry ->
                                            text(entry.getKey()) + ": " + literal(entry.getValue()))
                            + "}";
            case AttributeValue.B _, AttributeValue.BS _ ->
                    throw new IllegalArgumentException("binary values have no literals");
        };
    }

    private static <T> String joined(List<T> parts, Function<T, String> format) {
        return parts.stream().map(format).collect(Collectors.joining(", "));
    }

    private static String quoted(String text, String quote) {
        return quote + text.replace(quote, quote + quote) + quote;
    }
}
