package dev.millrace.model.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/// Random items of all ten types, the same for the same seed.
final class RandomItems {
    private static final int DEPTH_MAX = 3;

    private final Random random;

    RandomItems(long seed) {
        random = new Random(seed);
    }

    Map<String, AttributeValue> attributes() {
        return entries(0);
    }

    private Map<String, AttributeValue> entries(int depth) {
        Map<String, AttributeValue> entries = new LinkedHashMap<>();
        for (int left = random.nextInt(6); left > 0; left--) {
            entries.put(text(), value(depth + 1));
        }
        return entries;
    }

    private AttributeValue value(int depth) {
        return switch (random.nextInt(depth < DEPTH_MAX ? 10 : 8)) {
            case 0 -> new AttributeValue.S(text());
            case 1 -> new AttributeValue.N(number());
            case 2 -> new AttributeValue.B(binary());
            case 3 -> new AttributeValue.Bool(random.nextBoolean());
            case 4 -> new AttributeValue.Null();
            case 5 -> AttributeValue.SS.of(new TreeSet<>(List.of(text() + "a", text() + "b")));
            case 6 -> AttributeValue.NS.of(new TreeSet<>(List.of(number(), number())));
            case 7 -> AttributeValue.BS.of(new TreeSet<>(List.of(binary(), binary())));
            case 8 -> new AttributeValue.L(elements(depth));
            default -> new AttributeValue.M(entries(depth));
        };
    }

    private List<AttributeValue> elements(int depth) {
        List<AttributeValue> elements = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            elements.add(value(depth + 1));
        }
        return elements;
    }

    private String text() {
        int[] points = random.ints(random.nextInt(8), 1, 0x1F700).toArray();
        StringBuilder text = new StringBuilder();
        for (int point : points) {
            boolean surrogate = point >= 0xD800 && point < 0xE000;
            text.appendCodePoint(surrogate ? 'x' : point);
        }
        return text.toString();
    }

    private Decimal number() {
        return Decimal.parse(random.nextLong() + "E" + random.nextInt(-60, 60));
    }

    private Binary binary() {
        byte[] bytes = new byte[random.nextInt(5)];
        random.nextBytes(bytes);
        return Binary.of(bytes);
    }
}
