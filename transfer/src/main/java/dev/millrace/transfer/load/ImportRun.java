package dev.millrace.transfer.load;

import dev.millrace.model.error.ApiException;
import dev.millrace.transfer.bucket.Bucket;
import dev.millrace.transfer.bucket.BucketException;
import dev.millrace.transfer.source.ItemSource;
import dev.millrace.transfer.source.ItemSources;
import dev.millrace.transfer.source.MalformedObjectException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Reads what is left of an import.
final class ImportRun {
    private static final int ATTEMPTS = 5;

    private final Bucket bucket;
    private final String prefix;
    private final ItemSources sources;
    private final ImportBatch batch;

    ImportRun(
            ImportEngine engine,
            Bucket bucket,
            String id,
            ImportDocument document,
            Consumer<String> errors) {
        this.bucket = bucket;
        this.prefix =
                Objects.requireNonNullElse(
                        document.description().request().source().keyPrefix(), "");
        this.sources = new ItemSources(document.description().request());
        this.batch = new ImportBatch(engine, id, document, errors);
    }

    /// Reads all objects that are left.
    ///
    /// @return the import with all its items
    /// @throws BucketException if they cannot be read
    ImportDocument all() throws InterruptedException {
        String current = batch.document().object();
        if (current != null && !batch.document().isObjectDone()) {
            read(current);
        }
        List<String> page = bucket.list(prefix, current);
        requireAny(current, page);
        while (!page.isEmpty()) {
            for (String key : page) {
                read(key);
            }
            page = bucket.list(prefix, page.getLast());
        }
        return batch.document();
    }

    private static void requireAny(@Nullable String current, List<String> page) {
        if (current == null && page.isEmpty()) {
            throw new BucketException(
                    "S3NoSuchKey", "No objects were found with the given prefix", null);
        }
    }

    // A connection may break; what has been dealt with is not done again.
    private void read(String key) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                readOnce(key);
                return;
            } catch (MalformedObjectException e) {
                batch.endBroken(String.valueOf(e.getMessage()));
                return;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw BucketException.broken("an object broke off again and again", e);
                }
            }
        }
    }

    private void readOnce(String key) throws IOException, InterruptedException {
        batch.begin(key);
        long skipped = batch.document().records();
        try (InputStream object = bucket.open(key)) {
            ItemSource source = sources.of(object);
            for (long record = 0; source.next(); record++) {
                requireNotClosing();
                if (record >= skipped) {
                    add(source);
                }
            }
            batch.end();
        }
    }

    private void add(ItemSource source) {
        try {
            batch.add(source.item(), source.bytes());
        } catch (ApiException e) {
            String message = e.getMessage();
            batch.addFault(message == null ? e.error().code() : message, source.bytes());
        }
    }

    private static void requireNotClosing() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
