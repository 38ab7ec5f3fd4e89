package dev.millrace.testkit.operation;

import static dev.millrace.model.value.AttributeValue.Type;

import dev.millrace.model.key.ScalarType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Decimal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Makes values of all ten types from small pools, so that equal values are frequent; the pools
/// hold the edges: empty strings, surrogate pairs, zero bytes, the largest and smallest numbers.
final class ValueGenerator {
    private static final int DEPTH_MAX = 3;
    private static final List<String> STRINGS =
            List.of("", "a", "b", "ab", "abc", "a b", "ß", "\uFFFD", "😀", "😀a", "\"\\\n", "日本");
    private static final List<String> KEY_STRINGS =
            List.of("a", "b", "ab", "a\u0000", "\uFFFD", "😀", "é");
    private static final List<String> NUMBERS =
            List.of("0", "1", "2", "3", "-1", "1.0", "0.5", "100", "1E2", "-0", "0.0010");
    private static final List<String> EXTREME_NUMBERS =
            List.of(
                    "1E-130",
                    "-1E-130",
                    "9.9999999999999999999999999999999999999E+125",
                    "-9.9999999999999999999999999999999999999E+125",
                    "12345678901234567890123456789012345678",
                    "0.12345678901234567890123456789012345678",
                    "1E125");
    private static final List<String> KEY_NUMBERS =
            List.of("0", "1", "1.0", "2", "10", "-1", "-10", "0.5", "1E-130", "-9E125", "9E125");
    private static final List<String> BINARIES = List.of("", "00", "0000", "ff", "7f80", "00ff10");
    private static final List<String> KEY_BINARIES =
            List.of("00", "0000", "01", "7f", "80", "ff", "ff00");
    private static final List<String> ENTRY_NAMES = List.of("x1", "y1", "in.ner");
    private static final List<Type> TYPES = List.of(Type.values());

    private final Chance chance;

    ValueGenerator(Chance chance) {
        this.chance = chance;
    }

    /// A value of any type.
    AttributeValue any() {
        return of(chance.of(TYPES), 0);
    }

    /// A value of this type.
    AttributeValue of(Type type) {
        return of(type, 0);
    }

    /// A value for a key attribute.
    AttributeValue key(ScalarType type) {
        return switch (type) {
            case S -> new AttributeValue.S(chance.of(KEY_STRINGS));
            case N -> new AttributeValue.N(Decimal.parse(chance.of(KEY_NUMBERS)));
            case B -> new AttributeValue.B(binary(chance.of(KEY_BINARIES)));
        };
    }

    /// An equal value, its maps and sets made from the same content in another order.
    AttributeValue respelled(AttributeValue value) {
        return switch (value) {
            case AttributeValue.SS(var members) -> AttributeValue.SS.of(shuffled(members));
            case AttributeValue.NS(var members) -> AttributeValue.NS.of(shuffled(members));
            case AttributeValue.BS(var members) -> AttributeValue.BS.of(shuffled(members));
            case AttributeValue.L(var elements) ->
                    new AttributeValue.L(elements.stream().map(this::respelled).toList());
            case AttributeValue.M(var entries) -> new AttributeValue.M(respelled(entries));
            case AttributeValue.N(var number) -> new AttributeValue.N(respelled(number));
            case AttributeValue.S _,
                    AttributeValue.B _,
                    AttributeValue.Bool _,
                    AttributeValue.Null _ ->
                    value;
        };
    }

    /// Equal entries in another order.
    Map<String, AttributeValue> respelled(Map<String, AttributeValue> entries) {
        Map<String, AttributeValue> result = new LinkedHashMap<>();
        for (String name : shuffled(entries.keySet().stream().sorted().toList())) {
            AttributeValue value = entries.get(name);
            if (value != null) {
                result.put(name, respelled(value));
            }
        }
        return result;
    }

    // Each level of nesting is less likely to nest again.
    private AttributeValue of(Type type, int depth) {
        return switch (type) {
            case S -> new AttributeValue.S(chance.of(STRINGS));
            case N -> new AttributeValue.N(number());
            case B -> new AttributeValue.B(binary(chance.of(BINARIES)));
            case SS -> AttributeValue.SS.of(several(STRINGS));
            case NS -> AttributeValue.NS.of(numbers());
            case BS -> AttributeValue.BS.of(binaries());
            case BOOL -> new AttributeValue.Bool(chance.percent(50));
            case NULL -> new AttributeValue.Null();
            case L -> new AttributeValue.L(elements(depth + 1));
            case M -> new AttributeValue.M(entries(depth + 1));
        };
    }

    private List<AttributeValue> elements(int depth) {
        List<AttributeValue> elements = new ArrayList<>();
        int count = chance.below(4);
        for (int i = 0; i < count; i++) {
            elements.add(nested(depth));
        }
        return elements;
    }

    private Map<String, AttributeValue> entries(int depth) {
        Map<String, AttributeValue> entries = new LinkedHashMap<>();
        for (String name : shuffled(ENTRY_NAMES)) {
            if (chance.percent(60)) {
                entries.put(name, nested(depth));
            }
        }
        return entries;
    }

    private AttributeValue nested(int depth) {
        Type type = chance.of(TYPES);
        boolean nests = type == Type.L || type == Type.M;
        return of(nests && depth >= DEPTH_MAX ? Type.N : type, depth);
    }

    private Decimal number() {
        return Decimal.parse(chance.of(chance.percent(6) ? EXTREME_NUMBERS : NUMBERS));
    }

    private Set<Decimal> numbers() {
        Set<Decimal> numbers = new LinkedHashSet<>();
        several(NUMBERS).forEach(text -> numbers.add(Decimal.parse(text)));
        return numbers;
    }

    private Set<Binary> binaries() {
        Set<Binary> binaries = new LinkedHashSet<>();
        several(BINARIES).forEach(hex -> binaries.add(binary(hex)));
        return binaries;
    }

    private Set<String> several(List<String> pool) {
        Set<String> members = new LinkedHashSet<>();
        int count = 1 + chance.below(3);
        for (int i = 0; i < count; i++) {
            members.add(chance.of(pool));
        }
        return members;
    }

    private <T> List<T> shuffled(Collection<T> elements) {
        List<T> shuffled = new ArrayList<>(elements);
        Collections.shuffle(shuffled, Random.from(chance.random()));
        return shuffled;
    }

    private static Decimal respelled(Decimal number) {
        String text = number.toString();
        boolean isNegative = text.startsWith("-");
        String digits = isNegative ? text.substring(1) : text;
        String zeros = digits.contains(".") ? "0" : ".0";
        return Decimal.parse((isNegative ? "-0" : "+0") + digits + zeros);
    }

    private static Binary binary(String hex) {
        return Binary.of(HexFormat.of().parseHex(hex));
    }
}
