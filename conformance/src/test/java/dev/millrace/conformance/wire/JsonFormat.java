package dev.millrace.conformance.wire;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import java.util.List;
import java.util.stream.Collectors;

/// Writes JSON the way that scripts have it: what fits on a line is on one line.
final class JsonFormat {
    private static final int LINE_CHARS_MAX = 100;
    private static final String INDENT = "  ";

    private JsonFormat() {}

    /// The text of a value, without a line end.
    static String format(Json value) {
        return format(value, "", 0);
    }

    /// @param before the number of characters between the indent and the value
    private static String format(Json value, String indent, int before) {
        String line = line(value);
        if (indent.length() + before + line.length() <= LINE_CHARS_MAX) {
            return line;
        }
        return switch (value) {
            case Json.Members members -> block("{", parts(members, indent + INDENT), indent, "}");
            case Json.Elements elements ->
                    block("[", parts(elements, indent + INDENT), indent, "]");
            case Json.Text _, Json.Numeric _, Json.Truth _, Json.Null _ -> line;
        };
    }

    private static List<String> parts(Json.Members members, String indent) {
        return members.byName().entrySet().stream()
                .map(each -> part(quoted(each.getKey()) + ": ", each.getValue(), indent))
                .toList();
    }

    private static List<String> parts(Json.Elements elements, String indent) {
        return elements.list().stream().map(each -> format(each, indent, 0)).toList();
    }

    private static String part(String name, Json value, String indent) {
        return name + format(value, indent, name.length());
    }

    private static String block(String open, List<String> parts, String indent, String close) {
        String inner = "\n" + indent + INDENT;
        return open + inner + String.join("," + inner, parts) + "\n" + indent + close;
    }

    private static String line(Json value) {
        return switch (value) {
            case Json.Members members ->
                    members.byName().entrySet().stream()
                            .map(each -> quoted(each.getKey()) + ": " + line(each.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            case Json.Elements elements ->
                    elements.list().stream()
                            .map(JsonFormat::line)
                            .collect(Collectors.joining(", ", "[", "]"));
            case Json.Text(String text) -> quoted(text);
            case Json.Numeric(var number) -> number.toPlainString();
            case Json.Truth(boolean isTrue) -> String.valueOf(isTrue);
            case Json.Null() -> "null";
        };
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
