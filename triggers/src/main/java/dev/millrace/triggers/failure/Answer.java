package dev.millrace.triggers.failure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.millrace.model.value.Binary;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The body of a function's answer, as far as triggers look into it.
///
/// @param isJson whether it is JSON at all; an empty body is
/// @param failedItems the identifiers of records that failed, null for each that is no text or is
///   missing; empty if there are none
/// @param isMisshapen whether it is no object, or its `batchItemFailures` no list, so that nothing
///   can be known of what failed
/// @param state the object `state`; null if there is none
record Answer(
        boolean isJson,
        List<@Nullable String> failedItems,
        boolean isMisshapen,
        @Nullable Binary state) {
    private static final JsonFactory JSON = new JsonFactory();

    static Answer parse(Binary body) {
        try (JsonParser parser = JSON.createParser(body.bytes())) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                return object(parser);
            }
            boolean blank = isBlank(first, parser);
            return plain(parser.nextToken() == null, blank);
        } catch (IOException _) {
            return plain(false, false);
        }
    }

    private static Answer plain(boolean isJson, boolean isBlank) {
        return new Answer(isJson, List.of(), !isBlank, null);
    }

    // Nothing, null, an empty text or an empty list: says that nothing failed.
    private static boolean isBlank(@Nullable JsonToken first, JsonParser parser)
            throws IOException {
        if (first == JsonToken.START_ARRAY) {
            boolean isEmpty = parser.nextToken() == JsonToken.END_ARRAY;
            while (!parser.getParsingContext().inRoot()) {
                parser.nextToken();
            }
            return isEmpty;
        }
        return first == null
                || first == JsonToken.VALUE_NULL
                || (first == JsonToken.VALUE_STRING && parser.getText().isEmpty());
    }

    private static Answer object(JsonParser parser) throws IOException {
        List<@Nullable String> failed = new ArrayList<>();
        boolean misshapen = false;
        Binary state = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("batchItemFailures")) {
                misshapen = !readFailures(parser, value, failed);
            } else if (name.equals("state") && value == JsonToken.START_OBJECT) {
                state = copy(parser);
            } else {
                parser.skipChildren();
            }
        }
        return new Answer(parser.nextToken() == null, failed, misshapen, state);
    }

    private static boolean readFailures(
            JsonParser parser, JsonToken value, List<@Nullable String> failed) throws IOException {
        if (value != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return value == JsonToken.VALUE_NULL;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            failed.add(identifier(parser));
        }
        return true;
    }

    private static @Nullable String identifier(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        String identifier = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("itemIdentifier") && value == JsonToken.VALUE_STRING) {
                identifier = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        return identifier;
    }

    private static Binary copy(JsonParser parser) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            generator.copyCurrentStructureExact(parser);
        }
        return Binary.of(bytes.toByteArray());
    }
}
