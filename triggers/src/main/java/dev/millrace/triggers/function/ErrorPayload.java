package dev.millrace.triggers.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.wire.JsonOutput;

import java.util.List;

/// What a caller gets for a payload when the function did not end well: an object with `errorType`
/// and `errorMessage`.
public final class ErrorPayload {
    private static final int CAUSES_MAX = 10;

    private ErrorPayload() {}

    /// The failure of an invocation with this type and message.
    public static Outcome failure(String type, String message) {
        return new Outcome.Failed(FunctionError.unhandled(json(type, message)));
    }

    /// The failure of an invocation that ran longer than it may.
    ///
    /// @param millis how long it was allowed to run
    public static Outcome timedOut(String requestId, long millis) {
        String seconds = "%d.%02d".formatted(millis / 1_000, millis % 1_000 / 10);
        return failure(
                "Sandbox.Timedout",
                "RequestId: " + requestId + " Error: Task timed out after " + seconds + " seconds");
    }

    /// The payload for a failure with this type and message.
    public static String json(String type, String message) {
        JsonOutput output = new JsonOutput();
        output.document(() -> {
            output.text("errorType", type);
            output.text("errorMessage", message);
        });
        return new String(output.toByteArray(), UTF_8);
    }

    /// The payload for a failure that code in Java tells of, as the runtime client for Java has it.
    public static String json(Throwable thrown) {
        JsonOutput output = new JsonOutput();
        output.document(() -> write(thrown, output, 0));
        return new String(output.toByteArray(), UTF_8);
    }

    private static void write(Throwable thrown, JsonOutput output, int depth) {
        output.text("errorMessage", thrown.getMessage());
        output.text("errorType", thrown.getClass().getName());
        output.startArray("stackTrace");
        List.of(thrown.getStackTrace()).forEach(frame -> output.text(frame.toString()));
        output.endArray();
        Throwable cause = thrown.getCause();
        if (cause != null && depth < CAUSES_MAX) {
            output.startObject("cause");
            write(cause, output, depth + 1);
            output.endObject();
        }
    }
}
