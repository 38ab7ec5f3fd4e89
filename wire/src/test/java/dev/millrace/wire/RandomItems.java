package dev.millrace.wire;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Makes items at random, strange texts included; the same seed makes the same items.
public final class RandomItems {
    private static final String[] PIECES = {
        "a",
        "Zz",
        "\"",
        "\\",
        "\n",
        "\u0000",
        "\u001f",
        "/",
        "é",
        "€",
        "\ud83d\ude00",
        "\u2028",
        "\u007f"
    };
    private static final int DEPTH_MAX = 4;

    private final Random random;

    public RandomItems(long seed) {
        this.random = new Random(seed);
    }

    public Item next() {
        return Item.of(entries(0));
    }

    private Map<String, AttributeValue> entries(int depth) {
        Map<String, AttributeValue> entries = new LinkedHashMap<>();
        for (int left = random.nextInt(6); left > 0; left--) {
            entries.put("k" + text(), value(depth));
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
            case 5 -> AttributeValue.SS.of(set(this::text));
            case 6 -> AttributeValue.NS.of(set(this::number));
            case 7 -> AttributeValue.BS.of(set(this::binary));
            case 8 -> new AttributeValue.M(entries(depth + 1));
            default -> new AttributeValue.L(elements(depth + 1));
        };
    }

    private List<AttributeValue> elements(int depth) {
        return Stream.generate(() -> value(depth)).limit(random.nextInt(5)).toList();
    }

    private <T> Set<T> set(Supplier<T> member) {
        Set<T> members = new HashSet<>();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            members.add(member.get());
        }
        return members;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(20) == 0 ? random.nextInt(20_000) : random.nextInt(8);
        for (int left = pieces; left > 0; left--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private Decimal number() {
        BigInteger digits = new BigInteger(random.nextInt(1, 120), random);
        BigDecimal number = new BigDecimal(digits, random.nextInt(-80, 80));
        return Decimal.of(random.nextBoolean() ? number : number.negate());
    }

    private Binary binary() {
        byte[] bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 10_000 : 10)];
        random.nextBytes(bytes);
        return Binary.of(bytes);
    }
}
