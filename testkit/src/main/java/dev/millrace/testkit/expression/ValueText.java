package dev.millrace.testkit.expression;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Values as short text for failure messages: strings quoted, binary as `0x…`, sets in `<…>`.
public final class ValueText {
    private static final int PLAIN_LENGTH_MAX = 40;

    private ValueText() {}

    /// The text of an item, its attributes in the order of their names, or `none`.
    public static String format(@Nullable Item item) {
        return item == null ? "none" : format(item.attributes());
    }

    /// The text of one value.
    public static String format(AttributeValue value) {
        return switch (value) {
            case AttributeValue.S(var text) -> quoted(text);
            case AttributeValue.N(var number) -> shortest(number);
            case AttributeValue.B(var bytes) -> "0x" + bytes;
            case AttributeValue.SS(var members) ->
                    joined("<", members.stream().map(ValueText::quoted).toList(), ">");
            case AttributeValue.NS(var members) ->
                    joined("<", members.stream().map(ValueText::shortest).toList(), ">");
            case AttributeValue.BS(var members) ->
                    joined("<", members.stream().map(member -> "0x" + member).toList(), ">");
            case AttributeValue.Bool(var flag) -> Boolean.toString(flag);
            case AttributeValue.Null _ -> "null";
            case AttributeValue.L(var elements) ->
                    joined("[", elements.stream().map(ValueText::format).toList(), "]");
            case AttributeValue.M(var entries) -> format(entries);
        };
    }

    private static String format(Map<String, AttributeValue> entries) {
        return new TreeMap<>(entries)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + format(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String joined(String open, List<String> parts, String close) {
        return open + String.join(", ", parts) + close;
    }

    // Numbers of many zeros are shown with an exponent.
    private static String shortest(Decimal number) {
        String plain = number.toString();
        String scientific = number.number().stripTrailingZeros().toString();
        return plain.length() > PLAIN_LENGTH_MAX ? scientific : plain;
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(unit -> quoted((char) unit))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String quoted(char unit) {
        if (unit == '"' || unit == '\\') {
            return "\\" + unit;
        }
        boolean isVisible = unit >= ' ' && unit != '\uFFFD';
        return isVisible ? Character.toString(unit) : "\\u%04x".formatted((int) unit);
    }
}
