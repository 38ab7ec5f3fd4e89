package dev.millrace.wire;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// An answer's body as it is written: one JSON object in a growing buffer that may be used again.
///
/// [#document] begins anew each time; what it wrote is then in [#array], up to [#length]. Methods
/// that take a name write a member, and leave it out if the value is null; those without a name
/// write an element of an array. Not for several threads at once.
public final class JsonOutput {
    private static final int NANOS_A_MILLI = 1_000_000;

    private final ByteSink sink = new ByteSink();
    private @Nullable JsonGenerator open;
    private List<String> tableArns = List.of();

    /// Writes one object, whose members `members` writes, in place of what was written before.
    public void document(Runnable members) {
        sink.reset();
        try (JsonGenerator generator = Json.FACTORY.createGenerator(sink)) {
            open = generator;
            generator.writeStartObject();
            members.run();
            generator.writeEndObject();
        } catch (IOException failure) {
            throw impossible(failure);
        } finally {
            open = null;
        }
    }

    /// Names tables from now on as a request did that gave these ARNs of them.
    public void nameTablesBy(List<String> arns) {
        tableArns = arns;
    }

    /// What the answer calls this table, for which AWS takes the request's word: the ARN that it
    /// gave, or else the name.
    public String ofTable(String name) {
        for (String arn : tableArns) {
            if (arn.endsWith("/" + name)) {
                return arn;
            }
        }
        return name;
    }

    /// Writes no body at all in place of what was written before: what a few operations answer.
    public void nothing() {
        sink.reset();
    }

    /// The number of bytes written.
    public int length() {
        return sink.length();
    }

    /// The buffer itself, whose first [#length] bytes are the body; the next document overwrites
    /// it.
    public byte[] array() {
        return sink.array();
    }

    /// The body in an array of its own.
    public byte[] toByteArray() {
        return sink.toByteArray();
    }

    /// Begins a member that is an object.
    public void startObject(String name) {
        name(name);
        startObject();
    }

    /// Begins an element that is an object.
    public void startObject() {
        try {
            generator().writeStartObject();
        } catch (IOException failure) {
            throw impossible(failure);
        }
    }

    /// Ends the innermost object.
    public void endObject() {
        try {
            generator().writeEndObject();
        } catch (IOException failure) {
            throw impossible(failure);
        }
    }

    /// Begins a member that is an array.
    public void startArray(String name) {
        try {
            name(name);
            generator().writeStartArray();
        } catch (IOException failure) {
            throw impossible(failure);
        }
    }

    /// Ends the innermost array.
    public void endArray() {
        try {
            generator().writeEndArray();
        } catch (IOException failure) {
            throw impossible(failure);
        }
    }

    /// Writes a member that is a text.
    public void text(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            text(value);
        }
    }

    /// Writes a member that is a text or, for null, `null`.
    public void textOrNull(String name, @Nullable String value) {
        try {
            if (value == null) {
                name(name);
                generator().writeNull();
            } else {
                text(name, value);
            }
        } catch (IOException failure) {
            throw impossible(failure);
        }
    }

    /// Writes an element that is a text.
    public void text(String value) {
        try {
            generator().writeString(Utf16.wellFormed(value));
        } catch (IOException failure) {
            throw impossible(failure);
        }
    }

    /// Writes a member that is a whole number.
    public void whole(String name, long value) {
        try {
            name(name);
            generator().writeNumber(value);
        } catch (IOException failure) {
            throw impossible(failure);
        }
    }

    /// Writes an element that is a number with a fraction, as `0.5` or `1.0`.
    public void fraction(double value) {
        try {
            generator().writeNumber(value);
        } catch (IOException failure) {
            throw impossible(failure);
        }
    }

    /// Writes a member that is a number with a fraction, as `0.5` or `1.0`.
    public void fraction(String name, double value) {
        try {
            name(name);
            generator().writeNumber(value);
        } catch (IOException failure) {
            throw impossible(failure);
        }
    }

    /// Writes a member that is a moment: seconds since 1970 with three decimals.
    public void moment(String name, Instant value) {
        try {
            name(name);
            int millis = value.getNano() / NANOS_A_MILLI;
            String decimals = Integer.toString(1_000 + millis).substring(1);
            generator().writeNumber(value.getEpochSecond() + "." + decimals);
        } catch (IOException failure) {
            throw impossible(failure);
        }
    }

    /// Writes a member that is a whole number, or leaves it out for null.
    public void wholeOrNone(String name, @Nullable Long value) {
        if (value != null) {
            whole(name, value);
        }
    }

    /// Writes a member that is a moment, or leaves it out for null.
    public void momentOrNone(String name, @Nullable Instant value) {
        if (value != null) {
            moment(name, value);
        }
    }

    /// Writes a member that is a truth value.
    public void truth(String name, boolean value) {
        try {
            name(name);
            generator().writeBoolean(value);
        } catch (IOException failure) {
            throw impossible(failure);
        }
    }

    /// Writes a member that is a map of attribute values.
    public void item(String name, @Nullable Item value) {
        if (value != null) {
            name(name);
            item(value);
        }
    }

    /// Writes an element that is a map of attribute values, from the item's canonical bytes.
    public void item(Item value) {
        try {
            ItemJson.write(value.bytes(), generator());
        } catch (IOException failure) {
            throw impossible(failure);
        }
    }

    private void name(String name) {
        try {
            generator().writeFieldName(Utf16.wellFormed(name));
        } catch (IOException failure) {
            throw impossible(failure);
        }
    }

    private JsonGenerator generator() {
        return Objects.requireNonNull(open, "JSON is written outside a document");
    }

    // The sink is memory, and the callers' order of calls is tested: what is left is a fault of
    // ours.
    private static UncheckedIOException impossible(IOException failure) {
        return new UncheckedIOException("JSON could not be written", failure);
    }
}
