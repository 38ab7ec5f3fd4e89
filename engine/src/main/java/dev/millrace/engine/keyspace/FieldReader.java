package dev.millrace.engine.keyspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.store.tuple.TupleReader;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a catalog row written by [FieldWriter].
public final class FieldReader {
    private final Map<Integer, List<byte[]>> fields = new HashMap<>();

    /// Reads all fields of `row`.
    public FieldReader(byte[] row) {
        TupleReader bytes = new TupleReader(row);
        while (bytes.remaining() > 0) {
            int tag = bytes.uint8();
            int length = Math.toIntExact(bytes.uint32());
            fields.computeIfAbsent(tag, _ -> new ArrayList<>()).add(bytes.raw(length));
        }
    }

    /// The text of a field that must be there.
    public String text(int tag) {
        return new String(required(tag), UTF_8);
    }

    /// The text of a field, or null if it is not there.
    public @Nullable String textOrNull(int tag) {
        return fields.containsKey(tag) ? text(tag) : null;
    }

    /// The bytes of a field, or null if it is not there.
    public byte @Nullable [] bytesOrNull(int tag) {
        return fields.containsKey(tag) ? required(tag).clone() : null;
    }

    /// The bytes of a field that must be there.
    public byte[] bytes(int tag) {
        return required(tag).clone();
    }

    /// The number of a field that must be there.
    public long number(int tag) {
        return new TupleReader(required(tag)).uint64();
    }

    /// The number of a field, or null if it is not there.
    public @Nullable Long numberOrNull(int tag) {
        return fields.containsKey(tag) ? number(tag) : null;
    }

    /// The numbers of a repeated field.
    public List<Long> numbers(int tag) {
        return fields.getOrDefault(tag, List.of()).stream()
                .map(value -> new TupleReader(value).uint64())
                .toList();
    }

    /// The texts of a repeated field.
    public List<String> texts(int tag) {
        return fields.getOrDefault(tag, List.of()).stream()
                .map(value -> new String(value, UTF_8))
                .toList();
    }

    /// The groups of a repeated field.
    public List<FieldReader> groups(int tag) {
        return fields.getOrDefault(tag, List.of()).stream().map(FieldReader::new).toList();
    }

    private byte[] required(int tag) {
        List<byte[]> values = fields.get(tag);
        if (values == null) {
            throw new CorruptRowException("catalog row lacks a field");
        }
        return values.getFirst();
    }
}
