package dev.millrace.triggers.function.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;

/// Tells answers that are errors from others where only the body can tell (lambda-esm reference,
/// section 13.2).
final class ErrorBodies {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] TIMED_OUT = "Task timed out after ".getBytes(UTF_8);

    private ErrorBodies() {}

    /// Whether the body is an object with `errorMessage` and `errorType`, or says that time ran
    /// out.
    static boolean isError(byte[] body) {
        return startsWith(body, TIMED_OUT) || hasErrorMembers(body);
    }

    private static boolean hasErrorMembers(byte[] body) {
        boolean message = false;
        boolean type = false;
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            for (String name = parser.nextFieldName();
                    name != null;
                    name = parser.nextFieldName()) {
                message |= name.equals("errorMessage");
                type |= name.equals("errorType");
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (IOException _) {
            // What is not JSON is an answer like any other.
            return false;
        }
        return message && type;
    }

    private static boolean startsWith(byte[] body, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= body.length || body[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
