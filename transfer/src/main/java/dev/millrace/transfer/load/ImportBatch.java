package dev.millrace.transfer.load;

import dev.millrace.engine.operation.ImportItems;
import dev.millrace.model.transfer.ImportCounts;
import dev.millrace.model.value.Item;
import dev.millrace.transfer.bucket.BucketException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The records of an object that have been read and not been put into the table yet, and how far
/// the import has come with those that have.
final class ImportBatch {
    /// The most records of a batch.
    private static final int RECORDS_MAX = 100;

    /// How many bytes of records fill a batch.
    private static final long BYTES_MAX = 256 * 1024;

    private final ImportEngine engine;
    private final String id;
    private final Consumer<String> errors;
    private final List<Item> items = new ArrayList<>();
    private final List<Long> places = new ArrayList<>();
    private ImportDocument document;
    private String key = "";
    private long records;
    private long bytes;
    private long faults;

    ImportBatch(ImportEngine engine, String id, ImportDocument document, Consumer<String> errors) {
        this.engine = engine;
        this.id = id;
        this.document = document;
        this.errors = errors;
    }

    /// The import as it is written down.
    ImportDocument document() {
        return document;
    }

    /// Begins with an object, or goes on with the one that the import is at; answers how many of
    /// its records have been dealt with.
    long begin(String object) {
        clear();
        key = object;
        if (!object.equals(document.object())) {
            document = new ImportDocument(document.description(), object, 0, false);
        }
        return document.records();
    }

    /// Takes an item.
    void add(Item item, long size) {
        places.add(document.records() + records);
        items.add(item);
        count(size);
    }

    /// Takes note of a record that is no item.
    void addFault(String message, long size) {
        report(document.records() + records, message);
        faults++;
        count(size);
    }

    /// Puts what is left of the object into the table.
    void end() {
        flush(true);
    }

    /// The same for an object that cannot be read further.
    void endBroken(String message) {
        report(document.records() + records, message);
        faults++;
        flush(true);
    }

    private void count(long size) {
        records++;
        bytes += size;
        if (records == RECORDS_MAX || bytes >= BYTES_MAX) {
            flush(false);
        }
    }

    private void flush(boolean isDone) {
        ImportItems.Response response =
                engine.importItems()
                        .execute(
                                new ImportItems.Request(
                                        document.description().request().table().tableName(),
                                        String.valueOf(document.description().tableId()),
                                        List.copyOf(items),
                                        refused ->
                                                engine.documents()
                                                        .put(
                                                                id,
                                                                next(refused.size(), isDone)
                                                                        .encode())));
        if (!response.isThere()) {
            throw new BucketException(
                    "ResourceNotFoundException", "The table of the import is gone", null);
        }
        response.faults().forEach(fault -> report(places.get(fault.index()), fault.message()));
        document = next(response.faults().size(), isDone);
        clear();
    }

    private ImportDocument next(int refused, boolean isDone) {
        ImportCounts before = document.description().counts();
        ImportCounts counts =
                new ImportCounts(
                        before.processedBytes() + bytes,
                        before.processedItems() + records,
                        before.importedItems() + items.size() - refused,
                        before.errors() + faults + refused);
        return new ImportDocument(
                document.description().withCounts(counts),
                key,
                document.records() + records,
                isDone);
    }

    private void report(long place, String message) {
        errors.accept(
                ImportErrors.line(
                        document.description().importArn(),
                        document.description().request().source().bucket(),
                        key,
                        place,
                        message));
    }

    private void clear() {
        items.clear();
        places.clear();
        records = 0;
        bytes = 0;
        faults = 0;
    }
}
