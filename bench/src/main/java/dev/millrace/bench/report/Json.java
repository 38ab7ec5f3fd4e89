package dev.millrace.bench.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Texts of JSON, put together from maps, collections, texts and numbers.
final class Json {
    private static final int CONTROL_MAX = 0x1F;

    private Json() {}

    /// The text of a value.
    static String of(Object value) {
        return switch (value) {
            case Map<?, ?> members -> object(members);
            case Collection<?> elements ->
                    elements.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
            case Double number -> number(number);
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> string(value.toString());
        };
    }

    private static String object(Map<?, ?> members) {
        return members.entrySet().stream()
                .map(member -> string(member.getKey().toString()) + ":" + of(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String number(double number) {
        return Double.isFinite(number)
                ? String.format(Locale.ROOT, "%.4f", number).replaceAll("\\.?0+$", "")
                : "null";
    }

    private static String string(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(character -> append(quoted, (char) character));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, char character) {
        if (character == '"' || character == '\\') {
            quoted.append('\\').append(character);
        } else if (character <= CONTROL_MAX) {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
        } else {
            quoted.append(character);
        }
    }
}
