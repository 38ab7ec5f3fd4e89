package dev.millrace.transfer.bulk;

import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.model.response.BulkOperationDescription;
import dev.millrace.model.transfer.BulkOutput;
import dev.millrace.model.transfer.BulkStatus;
import dev.millrace.model.transfer.Failure;
import dev.millrace.transfer.bucket.Bucket;
import dev.millrace.transfer.bucket.BucketException;
import dev.millrace.transfer.bucket.Buckets;
import dev.millrace.transfer.bucket.Pause;
import dev.millrace.transfer.job.JobLoop;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Carries out bulk operations. Every step may be done again.
///
/// @param pause before an object is read again, and to hold a rate
public record BulkJobs(BulkEngine engine, Buckets buckets, InstantSource clock, Pause pause)
        implements JobLoop.Jobs {
    private static final Failure CANCELLED =
            new Failure("OperationCancelled", "The operation was cancelled");

    @Override
    public List<String> underWay() {
        return engine.documents().all().stream()
                .filter(BulkJobs::isUnderWay)
                .map(Document::key)
                .toList();
    }

    @Override
    public void run(String id) throws InterruptedException {
        Optional<Document> job = engine.documents().find(id).filter(BulkJobs::isUnderWay);
        if (job.isPresent()) {
            run(id, BulkDocument.decode(job.get()));
        }
    }

    private static boolean isUnderWay(Document document) {
        return BulkDocument.decode(document).description().status() == BulkStatus.IN_PROGRESS;
    }

    private void run(String id, BulkDocument stored) throws InterruptedException {
        BulkOutput output = stored.description().request().output();
        BulkKeys keys = new BulkKeys(output.target().prefix(), id);
        try {
            Bucket bucket = buckets.named(output.target().bucket());
            BulkDocument begun = counted(id, stored);
            BulkBatch batch = new BulkBatch(engine, id, bucket, keys, pause, begun);
            boolean isComplete = read(id, batch);
            BulkDocument ended = ended(batch.document(), isComplete ? null : CANCELLED, isComplete);
            bucket.put(keys.summary(), BulkSummary.of(ended, keys));
            end(id, ended);
        } catch (BucketException e) {
            requireNotClosing(e);
            fail(id, stored, e.failure());
        } catch (ApiException e) {
            fail(id, stored, new Failure(e.error().code(), String.valueOf(e.getMessage())));
        }
    }

    private boolean read(String id, BulkBatch batch) throws InterruptedException {
        Bucket input =
                buckets.named(batch.document().description().request().input().source().bucket());
        return new BulkRun(engine, id, input, pause, batch).all();
    }

    private BulkDocument counted(String id, BulkDocument stored) {
        BulkOperationDescription description = stored.description();
        if (description.counts().totalBytes() != null) {
            return stored;
        }
        var source = description.request().input().source();
        BulkDocument counted =
                stored.withTotalBytes(BulkRun.totalBytes(buckets.named(source.bucket()), source));
        engine.documents().save(id, counted.encode());
        return counted;
    }

    private void fail(String id, BulkDocument otherwise, Failure failure) {
        BulkDocument current =
                engine.documents().find(id).map(BulkDocument::decode).orElse(otherwise);
        end(id, ended(current, failure, true));
    }

    private BulkDocument ended(
            BulkDocument document, @Nullable Failure failure, boolean isNotCancelled) {
        BulkStatus status;
        if (failure != null) {
            status = isNotCancelled ? BulkStatus.FAILED : BulkStatus.CANCELLED;
        } else {
            status =
                    document.description().counts().failed() > 0
                            ? BulkStatus.COMPLETED_WITH_ERRORS
                            : BulkStatus.COMPLETED;
        }
        return document.with(document.description().ended(status, clock.instant(), failure));
    }

    // With all that is kept of it beside it. The lock is that of the operation that cancels.
    private void end(String id, BulkDocument document) {
        synchronized (engine) {
            List<DocumentChange> changes = new ArrayList<>();
            changes.add(engine.documents().put(id, document.encode()));
            changes.add(engine.cancellations().removal(id));
            for (Document line : engine.reports().find(id, "/")) {
                changes.add(engine.reports().removal(line.key()));
            }
            engine.documents().write().execute(new WriteDocumentsRequest(changes));
        }
    }

    private static void requireNotClosing(Exception failure) throws InterruptedException {
        if (Thread.interrupted()) {
            InterruptedException closing = new InterruptedException();
            closing.initCause(failure);
            throw closing;
        }
    }
}
