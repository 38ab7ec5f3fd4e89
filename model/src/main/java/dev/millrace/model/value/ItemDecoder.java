package dev.millrace.model.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Turns canonical bytes back into the tree of values.
final class ItemDecoder {
    private ItemDecoder() {}

    static Map<String, AttributeValue> decode(byte[] bytes) {
        ItemReader reader = new ItemReader(bytes);
        Map<String, AttributeValue> attributes = readEntries(reader);
        if (!reader.atEnd()) {
            throw new CorruptItemException("item has bytes behind its last attribute");
        }
        return attributes;
    }

    static AttributeValue readValue(ItemReader reader) {
        byte code = reader.readCode();
        return switch (code) {
            case ValueCode.STRING -> new AttributeValue.S(reader.readText());
            case ValueCode.NUMBER -> new AttributeValue.N(reader.readNumber());
            case ValueCode.BINARY -> new AttributeValue.B(reader.readBinary());
            case ValueCode.TRUE -> new AttributeValue.Bool(true);
            case ValueCode.FALSE -> new AttributeValue.Bool(false);
            case ValueCode.NULL -> new AttributeValue.Null();
            case ValueCode.STRING_SET -> new AttributeValue.SS(read(reader, ItemReader::readText));
            case ValueCode.NUMBER_SET ->
                    new AttributeValue.NS(read(reader, ItemReader::readNumber));
            case ValueCode.BINARY_SET ->
                    new AttributeValue.BS(read(reader, ItemReader::readBinary));
            case ValueCode.LIST -> new AttributeValue.L(read(reader, ItemDecoder::readValue));
            case ValueCode.MAP -> new AttributeValue.M(readEntries(reader));
            default -> throw CorruptItemException.unknownCode(code);
        };
    }

    private static <T> List<T> read(ItemReader reader, Function<ItemReader, T> one) {
        int count = reader.readCount();
        List<T> all = new ArrayList<>(Math.min(count, 1_000));
        for (int i = 0; i < count; i++) {
            all.add(one.apply(reader));
        }
        return all;
    }

    private static Map<String, AttributeValue> readEntries(ItemReader reader) {
        int count = reader.readCount();
        Map<String, AttributeValue> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String name = reader.readText();
            entries.put(name, readValue(reader));
        }
        return entries;
    }
}
