package dev.millrace.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.millrace.model.error.ApiException;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A request's body as a stream of JSON, read once from front to back.
///
/// Reading starts with [#document]; inside, [#nextMember] and [#nextElement] walk objects and
/// arrays, and each of the value methods takes the value that the walk stands on. Whatever is not
/// JSON, or JSON of another type than asked for, ends with a `SerializationException`.
public final class JsonInput {
    private final JsonParser parser;
    private boolean broken;
    private String name = "";
    private List<String> tableArns = List.of();

    /// Reads `length` bytes of `body` from `offset`; they must not change meanwhile.
    public JsonInput(byte[] body, int offset, int length) {
        try {
            parser = Json.FACTORY.createParser(body, offset, length);
        } catch (IOException _) {
            throw broken();
        }
    }

    /// Reads the bytes only to see whether they are one JSON object, for callers that must answer
    /// something else once it is.
    ///
    /// @throws ApiException `SerializationException` if they are not
    public static void requireObject(byte[] body, int offset, int length) {
        new JsonInput(body, offset, length).document(input -> input);
    }

    /// The ARNs by which the request names tables, as far as it has been read.
    public List<String> tableArns() {
        return tableArns;
    }

    /// Notes that the request names a table by this ARN.
    public void noteTableArn(String arn) {
        if (tableArns.isEmpty()) {
            tableArns = new ArrayList<>();
        }
        tableArns.add(arn);
    }

    /// Reads the whole body, which must be one object; `reading` reads the object's members.
    ///
    /// The body is read to its end even when `reading` fails: broken JSON anywhere is answered
    /// before a wrong type in front of it.
    ///
    /// @throws ApiException `SerializationException` if it is no JSON object, or what `reading`
    ///   throws
    public <T> T document(Function<? super JsonInput, ? extends T> reading) {
        try (JsonParser open = parser) {
            if (open.nextToken() != JsonToken.START_OBJECT) {
                throw broken();
            }
            return readToEnd(reading);
        } catch (IOException _) {
            throw broken();
        }
    }

    private <T> T readToEnd(Function<? super JsonInput, ? extends T> reading) throws IOException {
        try {
            T read = reading.apply(this);
            finish();
            return read;
        } catch (ApiException error) {
            if (!broken) {
                finish();
            }
            throw error;
        }
    }

    // Leaves the outermost object, wherever the reading stopped, and sees that nothing follows.
    private void finish() throws IOException {
        while (!parser.getParsingContext().inRoot()) {
            parser.nextToken();
        }
        if (parser.nextToken() != null) {
            throw broken();
        }
    }

    /// Goes on to the next member of the object that the walk is in and stands on its value; false
    /// at the object's end.
    public boolean nextMember() {
        try {
            String next = parser.nextFieldName();
            if (next == null) {
                return false;
            }
            name = next;
            parser.nextToken();
            return true;
        } catch (IOException _) {
            throw broken();
        }
    }

    /// The name of the member that [#nextMember] went to last.
    public String name() {
        return Utf16.wellFormed(name);
    }

    /// Goes on to the next element of the array that the walk is in; false at the array's end.
    public boolean nextElement() {
        return next() != JsonToken.END_ARRAY;
    }

    /// Whether the value is `null`.
    public boolean isNull() {
        return token() == JsonToken.VALUE_NULL;
    }

    /// Passes over the value and all that is in it.
    public void skip() {
        try {
            parser.skipChildren();
        } catch (IOException _) {
            throw broken();
        }
    }

    /// Passes over the value and tells whether it says nothing: `null`, `false`, or an array or
    /// object without content.
    public boolean skipBlank() {
        return switch (token()) {
            case VALUE_NULL, VALUE_FALSE -> true;
            case START_ARRAY -> skipRest(next() == JsonToken.END_ARRAY, JsonToken.END_ARRAY);
            case START_OBJECT -> skipRest(next() == JsonToken.END_OBJECT, JsonToken.END_OBJECT);
            default -> false;
        };
    }

    private boolean skipRest(boolean atEnd, JsonToken end) {
        if (!atEnd) {
            do {
                skip();
            } while (next() != end);
        }
        return atEnd;
    }

    /// The value as text. A surrogate without its partner becomes `?`, as its UTF-8 form would.
    public String text() {
        if (token() != JsonToken.VALUE_STRING) {
            throw JsonMismatch.scalar(token(), "String");
        }
        try {
            return Utf16.wellFormed(parser.getText());
        } catch (IOException _) {
            throw broken();
        }
    }

    /// The value as a truth value.
    public boolean truth() {
        return switch (token()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw JsonMismatch.truth(token());
        };
    }

    /// The value as a whole number of 32 bits; fractions are cut off, larger numbers become the
    /// nearest that fits.
    public int integer() {
        return Math.clamp(whole("Integer"), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /// The value as a whole number of 64 bits, fitted like [#integer].
    public long longInteger() {
        return whole("Long");
    }

    /// The value as a moment, which it holds in seconds since 1970 with or without a fraction; to
    /// the millisecond.
    public Instant moment() {
        return JsonNumbers.moment(fraction("Date"));
    }

    /// The value as a number with or without a fraction.
    public double fraction() {
        return fraction("Double");
    }

    private double fraction(String type) {
        try {
            return JsonNumbers.fraction(parser, type);
        } catch (IOException _) {
            throw broken();
        }
    }

    private long whole(String type) {
        try {
            return JsonNumbers.whole(parser, type);
        } catch (IOException _) {
            throw broken();
        }
    }

    /// The value as bytes, which it holds in Base64 with padding.
    public byte[] binary() {
        if (token() != JsonToken.VALUE_STRING) {
            throw JsonMismatch.binary(token());
        }
        try {
            return Base64Text.decode(parser.getText());
        } catch (IOException _) {
            throw broken();
        }
    }

    /// The value as bytes like [#binary], without the text in between, however long it is.
    public byte[] largeBinary() {
        try {
            return parser.getBinaryValue();
        } catch (IOException _) {
            throw token() == JsonToken.VALUE_STRING ? broken() : JsonMismatch.binary(token());
        }
    }

    /// Enters the value, an array; [#nextElement] walks it.
    public void enterList() {
        if (token() != JsonToken.START_ARRAY) {
            throw JsonMismatch.list(token());
        }
    }

    /// Enters the value, an object whose member names are keys; [#nextMember] walks it.
    ///
    /// @param valueShape the service model's name of what the map holds, for the error's text
    public void enterMap(String valueShape) {
        if (token() != JsonToken.START_OBJECT) {
            throw JsonMismatch.map(token(), valueShape);
        }
    }

    /// Enters the value, an object that is a member of another; [#nextMember] walks it.
    ///
    /// @param shape the service model's name of the structure, for the error's text
    public void enterStructure(String shape) {
        if (token() != JsonToken.START_OBJECT) {
            throw JsonMismatch.structure(token(), shape);
        }
    }

    /// Enters the value, an object that is an element of a list or map; [#nextMember] walks it.
    ///
    /// @param shape the service model's name of the structure, for the error's text
    public void enterElement(String shape) {
        if (token() != JsonToken.START_OBJECT) {
            throw JsonMismatch.element(token(), shape);
        }
    }

    private JsonToken token() {
        return parser.currentToken();
    }

    private JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException _) {
            throw broken();
        }
    }

    private ApiException broken() {
        broken = true;
        return JsonMismatch.broken();
    }
}
