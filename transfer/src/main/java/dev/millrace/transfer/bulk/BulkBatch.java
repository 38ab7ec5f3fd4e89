package dev.millrace.transfer.bulk;

import dev.millrace.engine.operation.PutBulk;
import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.transfer.bucket.Bucket;
import dev.millrace.transfer.bucket.BucketException;
import dev.millrace.transfer.bucket.Pause;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The records of an object that have been read and not been dealt with, and how far the operation
/// has come with those that have.
final class BulkBatch {
    /// The most records of a batch.
    private static final int RECORDS_MAX = 100;

    /// How many bytes of records fill a batch.
    private static final long BYTES_MAX = 256 * 1024;

    /// How many bytes of lines are worth a file of the report.
    private static final long REPORT_BYTES = 4L * 1024 * 1024;

    private static final double NANOS_A_SECOND = 1e9;

    private final BulkEngine engine;
    private final String id;
    private final Bucket output;
    private final BulkKeys keys;
    private final Pause pause;
    private final List<BulkRecord> records = new ArrayList<>();
    private BulkDocument document;
    private long recordBytes;

    BulkBatch(
            BulkEngine engine,
            String id,
            Bucket output,
            BulkKeys keys,
            Pause pause,
            BulkDocument document) {
        this.engine = engine;
        this.id = id;
        this.output = output;
        this.keys = keys;
        this.pause = pause;
        this.document = document;
    }

    /// The operation as it is written down.
    BulkDocument document() {
        return document;
    }

    /// Begins with an object, or goes on with the one that the operation is at; answers how many of
    /// its records have been dealt with.
    long begin(String key) {
        records.clear();
        recordBytes = 0;
        document = document.with(document.place().at(key, document.description().counts().bytes()));
        return document.place().records();
    }

    /// Whether nothing waits.
    boolean isEmpty() {
        return records.isEmpty();
    }

    /// Takes a record.
    ///
    /// @param size of the record
    /// @param objectBytes how much has been read of the object
    void add(BulkRecord record, long size, long objectBytes) throws InterruptedException {
        records.add(record);
        recordBytes += size;
        if (records.size() == RECORDS_MAX || recordBytes >= BYTES_MAX) {
            flush(objectBytes, false);
        }
    }

    /// Deals with what is left of the object.
    void end(long objectBytes) throws InterruptedException {
        flush(objectBytes, true);
    }

    private void flush(long objectBytes, boolean isLast) throws InterruptedException {
        do {
            step(objectBytes, isLast);
        } while (!records.isEmpty());
        recordBytes = 0;
    }

    private void step(long objectBytes, boolean isLast) throws InterruptedException {
        BulkStep step = new BulkStep(id, document, List.copyOf(records), objectBytes, isLast);
        PutBulk.Response response =
                engine.put()
                        .execute(
                                new PutBulk.Request(
                                        document.description().request().tableName(),
                                        document.description().tableId(),
                                        step.puts(),
                                        progress ->
                                                changes(step.after(progress, engine.reports()))));
        if (!response.isThere()) {
            throw new BucketException(
                    "ResourceNotFoundException", "The table of the operation is gone", null);
        }
        document = step.after(response.progress(), engine.reports()).document();
        records.subList(0, step.records(response.progress().done())).clear();
        if (document.report().keptBytes() >= REPORT_BYTES) {
            writeReport();
        }
        hold(response.progress());
    }

    private List<DocumentChange> changes(BulkStep.Written written) {
        List<DocumentChange> changes = new ArrayList<>(written.lines());
        changes.add(engine.documents().put(id, written.document().encode()));
        return changes;
    }

    // Waiting as long as the units take at the rate, however long they took, keeps below it.
    private void hold(PutBulk.Progress progress) throws InterruptedException {
        Long rate = document.description().request().maxWriteRequestUnits();
        double units = progress.usage().sum();
        if (rate != null && units > 0) {
            pause.of(Duration.ofNanos((long) (units / rate * NANOS_A_SECOND)));
        }
    }

    /// Writes what is kept of the report into the bucket.
    void writeReport() {
        List<Document> kept = engine.reports().find(id, "/");
        if (kept.isEmpty()) {
            return;
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        List<DocumentChange> changes = new ArrayList<>();
        for (Document each : kept) {
            lines.writeBytes(each.content().bytes());
            changes.add(engine.reports().removal(each.key()));
        }
        // A crash behind this writes the same file again.
        output.put(keys.report(document.report().files()), lines.toByteArray());
        document = document.with(document.report().written());
        changes.add(engine.documents().put(id, document.encode()));
        engine.documents().write().execute(new WriteDocumentsRequest(changes));
    }
}
