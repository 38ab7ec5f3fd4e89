package dev.millrace.transfer.bulk;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.transfer.BucketSource;
import dev.millrace.transfer.bucket.Bucket;
import dev.millrace.transfer.bucket.BucketException;
import dev.millrace.transfer.bucket.Pause;
import dev.millrace.transfer.bucket.StoredObject;
import dev.millrace.transfer.source.ItemSource;
import dev.millrace.transfer.source.ItemSources;
import dev.millrace.transfer.source.ObjectWalk;

import java.util.List;
import java.util.Objects;

/// Reads what is left of a bulk operation.
final class BulkRun implements ObjectWalk.Reader {
    /// The most objects of an operation, as on AWS.
    static final int OBJECTS_MAX = 50_000;

    /// The largest object, as on AWS.
    static final long OBJECT_BYTES_MAX = 5L * 1024 * 1024 * 1024;

    private final BulkEngine engine;
    private final String id;
    private final BulkBatch batch;
    private final ObjectWalk walk;

    BulkRun(BulkEngine engine, String id, Bucket input, Pause pause, BulkBatch batch) {
        this.engine = engine;
        this.id = id;
        this.batch = batch;
        var request = batch.document().description().request();
        this.walk =
                new ObjectWalk(
                        input,
                        prefix(request.input().source()),
                        ItemSources.of(request.input()),
                        pause);
    }

    /// Reads all objects that are left.
    ///
    /// @return false if the operation was told to stop
    /// @throws BucketException if they cannot be read
    boolean all() throws InterruptedException {
        Place place = batch.document().place();
        boolean isComplete = !isCancelled() && walk.read(place.object(), place.isDone(), this);
        batch.writeReport();
        return isComplete;
    }

    /// How large all objects of an operation are together.
    ///
    /// @throws BucketException if they are too many, or one is too large
    static long totalBytes(Bucket bucket, BucketSource source) {
        long bytes = 0;
        long count = 0;
        List<StoredObject> page = bucket.list(prefix(source), null);
        while (!page.isEmpty()) {
            count += page.size();
            bytes += page.stream().mapToLong(StoredObject::bytes).sum();
            if (count > OBJECTS_MAX
                    || page.stream().anyMatch(each -> each.bytes() > OBJECT_BYTES_MAX)) {
                throw new BucketException(
                        "InputLimitExceeded",
                        "A bulk operation reads up to 50,000 objects of up to 5 GB each",
                        null);
            }
            page = bucket.list(prefix(source), page.getLast().key());
        }
        return bytes;
    }

    @Override
    public long begin(String key) {
        return batch.begin(key);
    }

    @Override
    public boolean take(ItemSource source, long objectBytes) throws InterruptedException {
        batch.add(record(source), source.bytes(), objectBytes);
        return !batch.isEmpty() || !isCancelled();
    }

    @Override
    public void end(long objectBytes) throws InterruptedException {
        batch.end(objectBytes);
    }

    @Override
    public void endBroken(String reason, long objectBytes) throws InterruptedException {
        batch.add(new BulkRecord.Fault(reason), 0, objectBytes);
        batch.end(objectBytes);
    }

    private static BulkRecord record(ItemSource source) {
        try {
            return new BulkRecord.Put(source.put());
        } catch (ApiException e) {
            String message = e.getMessage();
            return new BulkRecord.Fault(message == null ? e.error().code() : message);
        }
    }

    private boolean isCancelled() {
        return engine.cancellations().find(id).isPresent();
    }

    private static String prefix(BucketSource source) {
        return Objects.requireNonNullElse(source.keyPrefix(), "");
    }
}
