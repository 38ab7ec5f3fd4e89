package dev.millrace.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.operation.StreamTail.Found;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.stream.RecordJson;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/// Writes server-sent events, and keeps an eye on how long the client takes to receive them.
final class EventWriter implements Closeable {
    private final OutputStream output;
    private final SlowClientWatch watch;
    private final JsonOutput json = new JsonOutput();

    EventWriter(OutputStream output, SlowClientWatch watch) {
        this.output = output;
        this.watch = watch;
    }

    /// Writes a comment, which clients pass over.
    void comment(String text) throws IOException {
        watch.begin();
        text(": " + text + "\n\n");
        output.flush();
        watch.end();
    }

    /// Writes an event for each record of a page. The first position of its id is that of its own
    /// shard.
    void records(Found.Records page) throws IOException {
        watch.begin();
        String elsewhere = page.elsewhere().isEmpty() ? "" : "," + page.elsewhere();
        for (StreamRecord record : page.records()) {
            text("id: " + page.shardId() + ":" + record.sequenceNumber() + elsewhere + "\ndata: ");
            RecordJson.document(record, json);
            output.write(json.array(), 0, json.length());
            text("\n\n");
        }
        output.flush();
        watch.end();
    }

    /// Writes that nothing more will come.
    void end() throws IOException {
        watch.begin();
        text("event: end\ndata: {}\n\n");
        output.flush();
        watch.end();
    }

    @Override
    public void close() throws IOException {
        output.close();
    }

    private void text(String text) throws IOException {
        output.write(text.getBytes(UTF_8));
    }
}
