package dev.millrace.transfer.export;

import dev.millrace.engine.operation.EndExport;
import dev.millrace.model.document.Document;
import dev.millrace.model.request.ExportTableToPointInTimeRequest;
import dev.millrace.model.response.ExportDescription;
import dev.millrace.model.transfer.ExportStatus;
import dev.millrace.model.transfer.Failure;
import dev.millrace.transfer.bucket.Bucket;
import dev.millrace.transfer.bucket.BucketException;
import dev.millrace.transfer.bucket.Buckets;
import dev.millrace.transfer.job.JobLoop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Carries out exports. Every step may be done again.
///
/// @param staging the directory in which files are kept until they are objects
public record ExportJobs(ExportEngine engine, Buckets buckets, InstantSource clock, Path staging)
        implements JobLoop.Jobs {
    @Override
    public List<String> underWay() {
        release();
        return engine.documents().all().stream()
                .filter(ExportJobs::isUnderWay)
                .map(Document::key)
                .toList();
    }

    @Override
    public void run(String id) throws InterruptedException {
        Optional<Document> job = engine.documents().find(id).filter(ExportJobs::isUnderWay);
        if (job.isPresent()) {
            run(id, ExportDocument.decode(job.get()));
        }
    }

    // The lock is that of the operation, which holds before it writes down what for.
    private void release() {
        synchronized (engine) {
            Set<Integer> underWay =
                    engine.documents().all().stream()
                            .filter(ExportJobs::isUnderWay)
                            .map(document -> ExportDocument.decode(document).number())
                            .collect(Collectors.toSet());
            engine.endExport().execute(new EndExport.Request(underWay));
        }
    }

    private static boolean isUnderWay(Document document) {
        return ExportDocument.decode(document).description().status() == ExportStatus.IN_PROGRESS;
    }

    private void run(String id, ExportDocument stored) throws InterruptedException {
        try {
            complete(id, stored);
        } catch (BucketException e) {
            requireNotClosing(e);
            fail(id, stored, e.failure());
        } catch (IOException e) {
            requireNotClosing(e);
            fail(
                    id,
                    stored,
                    BucketException.broken("a file cannot be staged: " + e.getMessage(), e)
                            .failure());
        }
    }

    private void complete(String id, ExportDocument stored)
            throws IOException, InterruptedException {
        ExportTableToPointInTimeRequest request = stored.description().request();
        Bucket bucket = buckets.named(request.target().bucket());
        ExportKeys keys =
                new ExportKeys(
                        request.target().prefix(),
                        id,
                        request.incremental() != null,
                        request.format());
        ExportDocument written = new ExportRun(engine, bucket, id, keys, staging, stored).all();
        Instant end = clock.instant();
        new Manifests(keys, bucket).write(written.description(), written.files(), end);
        save(id, written, written.description().completed(end, keys.summary()));
    }

    private void fail(String id, ExportDocument stored, Failure failure) {
        save(id, stored, stored.description().failed(clock.instant(), failure));
    }

    private void save(String id, ExportDocument document, ExportDescription description) {
        engine.documents().save(id, document.ended(description).encode());
    }

    private static void requireNotClosing(Exception failure) throws InterruptedException {
        if (Thread.interrupted()) {
            InterruptedException closing = new InterruptedException();
            closing.initCause(failure);
            throw closing;
        }
    }
}
