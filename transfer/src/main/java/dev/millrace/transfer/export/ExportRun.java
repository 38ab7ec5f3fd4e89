package dev.millrace.transfer.export;

import dev.millrace.engine.operation.ReadPast;
import dev.millrace.model.response.ExportDescription;
import dev.millrace.model.transfer.ExportViewType;
import dev.millrace.model.transfer.IncrementalSpecification;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.transfer.bucket.Bucket;
import dev.millrace.wire.name.TableName;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Writes the files of an export that are left.
final class ExportRun {
    private static final byte[] NOTHING = {};

    private final ExportEngine engine;
    private final Bucket bucket;
    private final String id;
    private final ExportKeys keys;
    private final Path staging;
    private ExportDocument document;
    private byte @Nullable [] after;
    private long itemBytes;

    /// @param staging where the file that is written is kept meanwhile
    ExportRun(
            ExportEngine engine,
            Bucket bucket,
            String id,
            ExportKeys keys,
            Path staging,
            ExportDocument document) {
        this.engine = engine;
        this.bucket = bucket;
        this.id = id;
        this.keys = keys;
        this.staging = staging;
        this.document = document;
    }

    /// Writes all files that are left.
    ///
    /// @return the export with all its files
    /// @throws dev.millrace.transfer.bucket.BucketException if they cannot be written
    ExportDocument all() throws IOException, InterruptedException {
        if (document.files().isEmpty()) {
            bucket.put(keys.started(), NOTHING);
        }
        while (!document.areAllWritten()) {
            writeFile();
        }
        return document;
    }

    private void writeFile() throws IOException, InterruptedException {
        Path path = staging.resolve(id + ".json.gz");
        String key = keys.data(document.files().size());
        after = document.afterRow();
        itemBytes = 0;
        FileWriter file =
                new FileWriter(path, LineFormat.of(document.description().request().format()));
        try (file) {
            boolean isMore = true;
            while (isMore && !file.isFull()) {
                requireNotClosing();
                isMore = writePiece(file);
            }
        }
        bucket.put(key, file.staged());
        Files.delete(path);
        document = document.with(file.described(key), itemBytes, after);
        engine.documents().save(id, document.encode());
    }

    private boolean writePiece(FileWriter file) throws IOException {
        ExportDescription description = document.description();
        ReadPast.Response piece =
                engine.readPast()
                        .execute(
                                new ReadPast.Request(
                                        TableName.of(description.request().tableArn()),
                                        description.tableId(),
                                        document.from(),
                                        document.to(),
                                        after));
        for (ReadPast.Change change : piece.changes()) {
            write(change, file);
        }
        after = piece.last();
        return after != null;
    }

    private void write(ReadPast.Change change, FileWriter file) throws IOException {
        Item old = change.before();
        Item now = change.after();
        IncrementalSpecification incremental = document.description().request().incremental();
        if (old == null && now == null) {
            // It came and went in between, of which nothing is told.
            return;
        }
        itemBytes += size(old) + size(now);
        if (incremental == null) {
            file.line().write(Objects.requireNonNull(now));
        } else {
            boolean isOldWanted = incremental.viewType() != ExportViewType.NEW_IMAGE;
            file.line()
                    .write(
                            change.micros(),
                            keys(Objects.requireNonNull(now == null ? old : now)),
                            isOldWanted ? old : null,
                            now);
        }
        file.endLine();
    }

    private Item keys(Item item) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        List<String> names = document.keys();
        names.forEach(name -> key.put(name, Objects.requireNonNull(item.get(name))));
        return Item.of(key);
    }

    private static int size(@Nullable Item item) {
        return item == null ? 0 : item.sizeBytes();
    }

    private static void requireNotClosing() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
