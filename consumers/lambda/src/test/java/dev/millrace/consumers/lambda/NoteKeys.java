package dev.millrace.consumers.lambda;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// A function as its author would write it: notes the keys of the changes that it is called with, a
/// line each, in the file that its environment names.
public final class NoteKeys implements RequestHandler<DynamodbEvent, String> {
    /// The environment variable with the name of the file.
    static final String FILE = "NOTES";

    @Override
    public String handleRequest(DynamodbEvent event, Context context) {
        context.getLogger().log("noting for " + context.getFunctionName());
        event.getRecords().forEach(NoteKeys::note);
        return "noted " + event.getRecords().size();
    }

    private static void note(DynamodbStreamRecord change) {
        String key = Objects.requireNonNull(change.getDynamodb().getKeys().get("pk")).getS();
        try {
            Files.writeString(
                    Path.of(Objects.requireNonNull(System.getenv(FILE))),
                    key + "\n",
                    CREATE,
                    APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
