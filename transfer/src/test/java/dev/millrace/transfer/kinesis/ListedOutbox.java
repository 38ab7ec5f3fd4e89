package dev.millrace.transfer.kinesis;

import dev.millrace.engine.operation.AwaitOutboxNews;
import dev.millrace.engine.operation.ListOutboxes;
import dev.millrace.engine.operation.MeasureOutbox;
import dev.millrace.engine.operation.Outbox;
import dev.millrace.engine.operation.ReadOutbox;
import dev.millrace.engine.operation.TrimOutbox;
import dev.millrace.model.destination.DestinationRecord;
import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.response.DescribeKinesisStreamingDestinationResponse;
import dev.millrace.model.response.KinesisStreamingDestinationResponse;
import dev.millrace.model.response.ReadDocumentsResponse;
import dev.millrace.model.response.WriteDocumentsResponse;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An outbox with a given number of changes, which takes no more of them.
final class ListedOutbox {
    static final int ID = 1;

    private final List<DestinationRecord> changes = new ArrayList<>();
    private final Map<String, Document> documents = new TreeMap<>();
    private final List<Long> trims = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private int failingWrites;

    ListedOutbox(int number) {
        for (long position = 1; position <= number; position++) {
            changes.add(change(position));
        }
    }

    /// Lets the next writes of documents fail.
    void failWrites(int number) {
        failingWrites = number;
    }

    /// The positions up to which rows were removed.
    List<Long> trims() {
        return trims;
    }

    /// What was written down, in its order; empty where a document was removed.
    List<String> written() {
        return written;
    }

    KinesisEngine engine() {
        return new KinesisEngine(
                ListedOutbox::unasked,
                ListedOutbox::unasked,
                ListedOutbox::unasked,
                ListedOutbox::described,
                _ -> new ListOutboxes.Response(List.of(outbox())),
                this::read,
                _ -> new MeasureOutbox.Response(changes.size(), Duration.ZERO),
                this::trim,
                request -> new AwaitOutboxNews.Response(request.seen()),
                _ -> new ReadDocumentsResponse(List.copyOf(documents.values())),
                request -> {
                    request.changes().forEach(this::write);
                    return new WriteDocumentsResponse();
                });
    }

    private ReadOutbox.Response read(ReadOutbox.Request request) {
        return new ReadOutbox.Response(
                outbox(),
                changes.stream()
                        .filter(change -> change.position() > request.after())
                        .limit(request.recordsMax())
                        .toList());
    }

    private TrimOutbox.Response trim(TrimOutbox.Request request) {
        trims.add(request.position());
        changes.removeIf(change -> change.position() <= request.position());
        return new TrimOutbox.Response(!changes.isEmpty());
    }

    private void write(DocumentChange change) {
        if (failingWrites > 0) {
            failingWrites--;
            throw new IllegalStateException("no writes for now");
        }
        if (change.content() == null) {
            documents.remove(change.key());
            written.add("");
        } else {
            documents.put(
                    change.key(), new Document(change.kind(), change.key(), change.content()));
            written.add(change.content().toString());
        }
    }

    private static Outbox outbox() {
        return new Outbox(ID, "orders", "uuid", "arn", null, true);
    }

    private static KinesisStreamingDestinationResponse unasked(Object request) {
        throw new AssertionError("a sender does not ask for " + request);
    }

    private static DescribeKinesisStreamingDestinationResponse described(Object request) {
        throw new AssertionError("a sender does not ask for " + request);
    }

    private static DestinationRecord change(long position) {
        Item keys = Item.of(Map.of("pk", new AttributeValue.S("k" + position)));
        return new DestinationRecord(
                position,
                "e" + position,
                EventName.INSERT,
                "us-east-1",
                "orders",
                position,
                keys,
                keys,
                null,
                10,
                false);
    }
}
