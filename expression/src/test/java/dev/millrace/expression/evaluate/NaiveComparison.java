package dev.millrace.expression.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;

/// Comparisons written down without looking at the evaluator, on plain Java values.
final class NaiveComparison {
    private NaiveComparison() {}

    static boolean holds(
            String sign, @Nullable AttributeValue left, @Nullable AttributeValue right) {
        if (left == null || right == null) {
            return sign.equals("<>");
        }
        boolean isSameType = left.type() == right.type();
        boolean isEqual = isSameType && plain(left).equals(plain(right));
        if (sign.equals("=")) {
            return isEqual;
        }
        if (sign.equals("<>")) {
            return !isEqual;
        }
        if (!isSameType) {
            return false;
        }
        return switch (left.type()) {
            case S, N, B -> isInOrder(sign, order(left, right));
            case SS, NS, BS, BOOL, NULL, L, M -> false;
        };
    }

    private static boolean isInOrder(String sign, int order) {
        return switch (sign) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static int order(AttributeValue left, AttributeValue right) {
        if (left.type() == AttributeValue.Type.N) {
            return new BigDecimal(text(left)).compareTo(new BigDecimal(text(right)));
        }
        return Arrays.compareUnsigned(bytes(left), bytes(right));
    }

    private static byte[] bytes(AttributeValue value) {
        return value instanceof AttributeValue.B(var binary)
                ? binary.bytes()
                : text(value).getBytes(UTF_8);
    }

    private static String text(AttributeValue value) {
        return value instanceof AttributeValue.S(String string)
                ? string
                : ((AttributeValue.N) value).value().toString();
    }

    private static Object plain(AttributeValue value) {
        return switch (value) {
            case AttributeValue.S(String string) -> string;
            case AttributeValue.N(var number) ->
                    new BigDecimal(number.toString()).stripTrailingZeros();
            case AttributeValue.B(var binary) -> Arrays.toString(binary.bytes());
            case AttributeValue.Bool(boolean truth) -> truth;
            case AttributeValue.Null _ -> "null";
            case AttributeValue.SS(var members) -> new HashSet<>(members);
            case AttributeValue.NS(var members) -> new HashSet<>(members);
            case AttributeValue.BS(var members) -> new HashSet<>(members);
            case AttributeValue.L(var elements) ->
                    elements.stream().map(e -> e.type() + " " + plain(e)).toList();
            case AttributeValue.M(var entries) -> {
                Map<String, String> sorted = new TreeMap<>();
                entries.forEach((k, v) -> sorted.put(k, v.type() + " " + plain(v)));
                yield sorted;
            }
        };
    }
}
