package dev.millrace.expression.notation;

import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads values written shortly: `5`, `'text'`, `xFF00` (binary), `true`, `null`, `[1, 'a']`, `{k:
/// 1}`, and sets as `<1, 2>`, `<'a'>` or `<x01>`.
public final class Notation {
    private final String text;
    private int position;

    private Notation(String text) {
        this.text = text;
    }

    /// The item with these entries, which are written without the outer braces.
    public static Item item(@Nullable String entries) {
        return Item.of(entries(entries));
    }

    /// The value.
    public static AttributeValue value(String text) {
        return new Notation(text).readValue();
    }

    /// Placeholders: entries whose keys begin with `#` are names, given as strings, the others
    /// values.
    public static ExpressionAttributes attributes(@Nullable String entries) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        entries(entries)
                .forEach((key, value) -> {
                    if (key.startsWith("#") && value instanceof AttributeValue.S(var name)) {
                        names.put(key, name);
                    } else {
                        values.put(key, value);
                    }
                });
        return new ExpressionAttributes(
                names.isEmpty() ? null : names, values.isEmpty() ? null : values);
    }

    private static Map<String, AttributeValue> entries(@Nullable String entries) {
        return new Notation("{" + (entries == null ? "" : entries) + "}").readEntries();
    }

    private AttributeValue readValue() {
        char first = peek();
        return switch (first) {
            case '\'' -> new AttributeValue.S(readString());
            case '[' -> new AttributeValue.L(readList('[', ']'));
            case '{' -> new AttributeValue.M(readEntries());
            case '<' -> set(readList('<', '>'));
            default -> word(readWord());
        };
    }

    private static AttributeValue word(String word) {
        return switch (word) {
            case "true" -> new AttributeValue.Bool(true);
            case "false" -> new AttributeValue.Bool(false);
            case "null" -> new AttributeValue.Null();
            default ->
                    word.startsWith("x")
                            ? new AttributeValue.B(
                                    Binary.of(HexFormat.of().parseHex(word.substring(1))))
                            : new AttributeValue.N(Decimal.parse(word));
        };
    }

    private static AttributeValue set(List<AttributeValue> members) {
        List<String> strings = new ArrayList<>();
        List<Decimal> numbers = new ArrayList<>();
        List<Binary> binaries = new ArrayList<>();
        for (AttributeValue member : members) {
            switch (member) {
                case AttributeValue.S(String string) -> strings.add(string);
                case AttributeValue.N(Decimal number) -> numbers.add(number);
                case AttributeValue.B(Binary binary) -> binaries.add(binary);
                case AttributeValue other -> throw new IllegalArgumentException("" + other);
            }
        }
        if (!strings.isEmpty()) {
            return AttributeValue.SS.of(strings);
        }
        return numbers.isEmpty() ? AttributeValue.BS.of(binaries) : AttributeValue.NS.of(numbers);
    }

    private Map<String, AttributeValue> readEntries() {
        Map<String, AttributeValue> entries = new LinkedHashMap<>();
        skip('{');
        while (peek() != '}') {
            String key = readKey();
            skip(':');
            entries.put(key, readValue());
            skipComma();
        }
        skip('}');
        return entries;
    }

    private List<AttributeValue> readList(char open, char close) {
        List<AttributeValue> elements = new ArrayList<>();
        skip(open);
        while (peek() != close) {
            elements.add(readValue());
            skipComma();
        }
        skip(close);
        return elements;
    }

    private String readString() {
        skip('\'');
        int end = text.indexOf('\'', position);
        String string = text.substring(position, end);
        position = end + 1;
        return string;
    }

    private String readKey() {
        boolean isValue = peek() == ':';
        if (isValue) {
            position++;
        }
        return (isValue ? ":" : "") + readWord();
    }

    private String readWord() {
        peek();
        int start = position;
        while (position < text.length() && " ,:]}>".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position);
    }

    private char peek() {
        while (text.charAt(position) == ' ') {
            position++;
        }
        return text.charAt(position);
    }

    private void skip(char expected) {
        if (peek() != expected) {
            throw new IllegalArgumentException(
                    "expected " + expected + " at " + position + " of " + text);
        }
        position++;
    }

    private void skipComma() {
        if (peek() == ',') {
            position++;
        }
    }
}
