package dev.millrace.engine.keyspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.store.tuple.TupleWriter;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// Writes a catalog row as tagged fields: one byte of tag, four of length, then the bytes. A field
/// that is null is left out; a list is a field repeated. Readers pass over tags that they do not
/// know.
public final class FieldWriter {
    private final TupleWriter bytes = new TupleWriter();

    /// Writes a text in UTF-8.
    public FieldWriter text(int tag, @Nullable String value) {
        return value == null ? this : field(tag, value.getBytes(UTF_8));
    }

    /// Writes bytes as they are, or nothing for null.
    public FieldWriter bytes(int tag, byte @Nullable [] value) {
        return value == null ? this : field(tag, value);
    }

    /// Writes a number in eight bytes.
    public FieldWriter number(int tag, long value) {
        return field(tag, new TupleWriter().uint64(value).toByteArray());
    }

    /// Writes a number in eight bytes, or nothing for null.
    public FieldWriter numberOrNone(int tag, @Nullable Long value) {
        return value == null ? this : number(tag, value);
    }

    /// Writes fields inside a field.
    public FieldWriter group(int tag, Consumer<FieldWriter> fields) {
        FieldWriter inner = new FieldWriter();
        fields.accept(inner);
        return field(tag, inner.toByteArray());
    }

    /// The bytes of the fields so far.
    public byte[] toByteArray() {
        return bytes.toByteArray();
    }

    private FieldWriter field(int tag, byte[] value) {
        bytes.uint8(tag).uint32(value.length).raw(value);
        return this;
    }
}
