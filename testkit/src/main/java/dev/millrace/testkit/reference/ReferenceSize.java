package dev.millrace.testkit.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;

import java.util.Collection;
import java.util.Map;

/// DynamoDB's item size, calculated on the tree of values (source: dynamodb-api reference, section
/// 6.1).
final class ReferenceSize {
    private static final int COLLECTION_BYTES = 3;
    private static final int ELEMENT_BYTES = 1;

    private ReferenceSize() {}

    /// The size of an item in bytes.
    static int ofItem(Map<String, AttributeValue> attributes) {
        return attributes.entrySet().stream()
                .mapToInt(entry -> ofText(entry.getKey()) + ofValue(entry.getValue()))
                .sum();
    }

    /// The size of one value in bytes, without its name.
    static int ofValue(AttributeValue value) {
        return switch (value) {
            case AttributeValue.S(var text) -> ofText(text);
            case AttributeValue.N(var number) -> ofNumber(number);
            case AttributeValue.B(var bytes) -> bytes.length();
            case AttributeValue.SS(var members) ->
                    members.stream().mapToInt(ReferenceSize::ofText).sum();
            case AttributeValue.NS(var members) ->
                    members.stream().mapToInt(ReferenceSize::ofNumber).sum();
            case AttributeValue.BS(var members) ->
                    members.stream().mapToInt(member -> member.length()).sum();
            case AttributeValue.Bool _ -> 1;
            case AttributeValue.Null _ -> 1;
            case AttributeValue.L(var elements) -> ofList(elements);
            case AttributeValue.M(var entries) ->
                    COLLECTION_BYTES + ELEMENT_BYTES * entries.size() + ofItem(entries);
        };
    }

    private static int ofList(Collection<AttributeValue> elements) {
        int content = elements.stream().mapToInt(ReferenceSize::ofValue).sum();
        return COLLECTION_BYTES + ELEMENT_BYTES * elements.size() + content;
    }

    private static int ofText(String text) {
        return text.getBytes(UTF_8).length;
    }

    // Digits are counted in pairs on either side of the point, zeros at both ends left out.
    private static int ofNumber(Decimal number) {
        String text = number.toString();
        boolean isNegative = text.startsWith("-");
        String[] parts = (isNegative ? text.substring(1) : text).split("\\.", -1);
        String whole = parts[0].replaceFirst("^0+", "");
        String fraction = parts.length == 1 ? "" : parts[1].replaceFirst("0+$", "");
        if (fraction.isEmpty()) {
            whole = whole.replaceFirst("0+$", "");
        }
        if (whole.isEmpty()) {
            fraction = fraction.replaceFirst("^0+", "");
        }
        return 1 + pairs(whole) + pairs(fraction) + (isNegative ? 1 : 0);
    }

    private static int pairs(String digits) {
        return (digits.length() + 1) / 2;
    }
}
