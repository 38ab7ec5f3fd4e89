package dev.millrace.transfer.load;

import dev.millrace.model.error.ApiException;
import dev.millrace.transfer.bucket.Bucket;
import dev.millrace.transfer.bucket.Pause;
import dev.millrace.transfer.source.ItemSource;
import dev.millrace.transfer.source.ItemSources;
import dev.millrace.transfer.source.ObjectWalk;

import java.util.Objects;
import java.util.function.Consumer;

/// Reads what is left of an import.
final class ImportRun implements ObjectWalk.Reader {
    private final ObjectWalk walk;
    private final ImportBatch batch;

    ImportRun(
            ImportEngine engine,
            Bucket bucket,
            Pause pause,
            String id,
            ImportDocument document,
            Consumer<String> errors) {
        this.walk =
                new ObjectWalk(
                        bucket,
                        Objects.requireNonNullElse(
                                document.description().request().source().keyPrefix(), ""),
                        ItemSources.of(document.description().request()),
                        pause);
        this.batch = new ImportBatch(engine, id, document, errors);
    }

    /// Reads all objects that are left.
    ///
    /// @return the import with all its items
    /// @throws dev.millrace.transfer.bucket.BucketException if they cannot be read
    ImportDocument all() throws InterruptedException {
        ImportDocument begun = batch.document();
        walk.read(begun.object(), begun.isObjectDone(), this);
        return batch.document();
    }

    @Override
    public long begin(String key) {
        return batch.begin(key);
    }

    @Override
    public boolean take(ItemSource source, long objectBytes) {
        try {
            batch.add(source.item(), source.bytes());
        } catch (ApiException e) {
            String message = e.getMessage();
            batch.addFault(message == null ? e.error().code() : message, source.bytes());
        }
        return true;
    }

    @Override
    public void end(long objectBytes) {
        batch.end();
    }

    @Override
    public void endBroken(String reason, long objectBytes) {
        batch.endBroken(reason);
    }
}
