package dev.millrace.expression.evaluate;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Decimal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Makes random values, few enough that equal ones meet often.
final class ValueGenerator {
    private static final List<String> NAMES = List.of("a", "b", "c");

    private final Random random;

    ValueGenerator(Random random) {
        this.random = random;
    }

    Map<String, AttributeValue> attributes(int depth) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (random.nextInt(4) > 0) {
                attributes.put(name, value(depth));
            }
        }
        return attributes;
    }

    AttributeValue value(int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 12)) {
            case 0 -> new AttributeValue.S(string());
            case 1, 2 -> new AttributeValue.N(number());
            case 3 -> new AttributeValue.B(binary());
            case 4 -> new AttributeValue.Bool(random.nextBoolean());
            case 5 -> new AttributeValue.Null();
            case 6 -> AttributeValue.SS.of(List.of("x", string() + "y"));
            case 7 -> AttributeValue.NS.of(List.of(number(), Decimal.of(100)));
            case 8, 9 -> list(depth - 1);
            default -> new AttributeValue.M(attributes(depth - 1));
        };
    }

    Decimal number() {
        return Decimal.parse(random.nextInt(4) + (random.nextBoolean() ? "" : ".50"));
    }

    private AttributeValue list(int depth) {
        List<AttributeValue> elements = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            elements.add(value(depth));
        }
        return new AttributeValue.L(elements);
    }

    private String string() {
        return List.of("", "x", "xy", "\uD83D\uDE00", "\uFFFD").get(random.nextInt(5));
    }

    private Binary binary() {
        byte[] bytes = new byte[random.nextInt(3)];
        random.nextBytes(bytes);
        return Binary.of(bytes);
    }
}
