package dev.millrace.store.tuple;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/// An element of a random tuple: an integer as an unsigned number, or bytes as hex digits, which
/// sort as the bytes do.
record Element(Type type, BigInteger number, String hex) {

    enum Type {
        UINT8,
        UINT32,
        UINT64,
        RAW,
        BYTES
    }

    private static final int RAW_LENGTH = 3;
    private static final int BYTES_LENGTH_MAX = 4;
    private static final int ELEMENTS_MAX = 4;

    // Few and telling bytes, so that random elements are often equal, prefixes of each other, or
    // full of escapes.
    private static final byte[] BYTES = {0x00, 0x01, 'a', (byte) 0xFE, (byte) 0xFF};

    static List<Type> randomTypes(Random random) {
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < ELEMENTS_MAX; i++) {
            types.add(Type.values()[random.nextInt(Type.values().length)]);
        }
        return types;
    }

    /// A tuple of some of the types, from the first on.
    static List<Element> randomTuple(List<Type> types, Random random) {
        return types.stream()
                .limit(random.nextInt(types.size() + 1))
                .map(type -> random(type, random))
                .toList();
    }

    /// Compares element by element; a tuple that begins the other one comes first.
    static int compare(List<Element> one, List<Element> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    void write(TupleWriter writer) {
        switch (type) {
            case UINT8 -> writer.uint8(number.intValueExact());
            case UINT32 -> writer.uint32(number.longValueExact());
            case UINT64 -> writer.uint64(number.longValue());
            case RAW -> writer.raw(HexFormat.of().parseHex(hex));
            case BYTES -> writer.bytes(HexFormat.of().parseHex(hex));
        }
    }

    static Element read(Type type, TupleReader reader) {
        return switch (type) {
            case UINT8 -> number(type, BigInteger.valueOf(reader.uint8()));
            case UINT32 -> number(type, BigInteger.valueOf(reader.uint32()));
            case UINT64 -> number(type, new BigInteger(Long.toUnsignedString(reader.uint64())));
            case RAW -> bytes(type, reader.raw(RAW_LENGTH));
            case BYTES -> bytes(type, reader.bytes());
        };
    }

    private int compareTo(Element other) {
        int order = number.compareTo(other.number);
        return order != 0 ? order : hex.compareTo(other.hex);
    }

    private static Element random(Type type, Random random) {
        return switch (type) {
            case UINT8 -> number(type, new BigInteger(1, randomBytes(1, random)));
            case UINT32 -> number(type, new BigInteger(1, randomBytes(4, random)));
            case UINT64 -> number(type, new BigInteger(1, randomBytes(8, random)));
            case RAW -> bytes(type, randomBytes(RAW_LENGTH, random));
            case BYTES -> bytes(type, randomBytes(random.nextInt(BYTES_LENGTH_MAX + 1), random));
        };
    }

    private static Element number(Type type, BigInteger number) {
        return new Element(type, number, "");
    }

    private static Element bytes(Type type, byte[] bytes) {
        return new Element(type, BigInteger.ZERO, HexFormat.of().formatHex(bytes));
    }

    private static byte[] randomBytes(int length, Random random) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = BYTES[random.nextInt(BYTES.length)];
        }
        return bytes;
    }
}
