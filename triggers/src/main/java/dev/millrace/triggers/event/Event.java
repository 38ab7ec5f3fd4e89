package dev.millrace.triggers.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.window.Window;
import dev.millrace.triggers.window.WindowCall;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.util.List;

/// An event: the records of a batch, and what there is to say of a tumbling window.
public final class Event {
    private Event() {}

    /// The event with these records.
    public static Binary of(List<Entry> entries) {
        ByteArrayOutputStream event = records(entries);
        event.write('}');
        return Binary.of(event.toByteArray());
    }

    /// The event with these records that belongs to a tumbling window, if there is one.
    public static Binary of(
            List<Entry> entries, @Nullable WindowCall call, String streamArn, String shardId) {
        if (call == null) {
            return of(entries);
        }
        ByteArrayOutputStream event = records(entries);
        write(event, head(call.state().window()));
        event.writeBytes(call.state().state().bytes());
        write(event, tail(call, streamArn, shardId));
        return Binary.of(event.toByteArray());
    }

    private static ByteArrayOutputStream records(List<Entry> entries) {
        int size = entries.stream().mapToInt(entry -> entry.json().length() + 1).sum();
        ByteArrayOutputStream event = new ByteArrayOutputStream(size + 32);
        write(event, "{\"Records\":[");
        for (int i = 0; i < entries.size(); i++) {
            if (i > 0) {
                event.write(',');
            }
            event.writeBytes(entries.get(i).json().bytes());
        }
        event.write(']');
        return event;
    }

    private static String head(Window window) {
        return ",\"window\":{\"start\":\""
                + window.start()
                + "\",\"end\":\""
                + window.end()
                + "\"},\"state\":";
    }

    // Neither name holds a character that JSON would have to escape.
    private static String tail(WindowCall call, String streamArn, String shardId) {
        return ",\"shardId\":\""
                + shardId
                + "\",\"eventSourceARN\":\""
                + streamArn
                + "\",\"isFinalInvokeForWindow\":"
                + call.isFinal()
                + ",\"isWindowTerminatedEarly\":"
                + call.isEarly()
                + "}";
    }

    private static void write(ByteArrayOutputStream event, String text) {
        event.writeBytes(text.getBytes(UTF_8));
    }
}
