package dev.millrace.transfer.load;

import dev.millrace.engine.operation.BeginImport;
import dev.millrace.engine.operation.EndImport;
import dev.millrace.model.document.Document;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.response.ImportDescription;
import dev.millrace.model.transfer.Failure;
import dev.millrace.model.transfer.ImportStatus;
import dev.millrace.transfer.bucket.BucketException;
import dev.millrace.transfer.bucket.Buckets;
import dev.millrace.transfer.bucket.Pause;
import dev.millrace.transfer.job.JobLoop;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// Carries out imports. Every step may be done again.
///
/// @param errors is told of each record and object that cannot be imported, in JSON
public record ImportJobs(
        ImportEngine engine,
        Buckets buckets,
        InstantSource clock,
        Pause pause,
        Consumer<String> errors)
        implements JobLoop.Jobs {
    @Override
    public List<String> underWay() {
        return engine.documents().all().stream()
                .filter(ImportJobs::isUnderWay)
                .map(Document::key)
                .toList();
    }

    @Override
    public void run(String id) throws InterruptedException {
        Optional<Document> job = engine.documents().find(id).filter(ImportJobs::isUnderWay);
        if (job.isPresent()) {
            run(id, ImportDocument.decode(job.get()));
        }
    }

    private static boolean isUnderWay(Document document) {
        return ImportDocument.decode(document).description().status() == ImportStatus.IN_PROGRESS;
    }

    private void run(String id, ImportDocument stored) throws InterruptedException {
        ImportDocument begun = stored;
        try {
            begun = begun(id, stored);
            ImportRun run =
                    new ImportRun(
                            engine,
                            buckets.named(begun.description().request().source().bucket()),
                            pause,
                            id,
                            begun,
                            errors);
            end(id, run.all(), null);
        } catch (BucketException e) {
            requireNotClosing(e);
            end(id, current(id, begun), e.failure());
        } catch (ApiException e) {
            end(
                    id,
                    current(id, begun),
                    new Failure(e.error().code(), String.valueOf(e.getMessage())));
        }
    }

    // A crash may have come between the document and its table.
    private ImportDocument begun(String id, ImportDocument stored) {
        ImportDescription description = stored.description();
        if (description.tableId() != null) {
            return stored;
        }
        String tableId =
                engine.beginImport()
                        .execute(
                                new BeginImport.Request(
                                        description.request().table(), description.importArn()))
                        .tableId();
        ImportDocument begun = stored.with(description.withTableId(tableId));
        engine.documents().save(id, begun.encode());
        return begun;
    }

    private ImportDocument current(String id, ImportDocument otherwise) {
        return engine.documents().find(id).map(ImportDocument::decode).orElse(otherwise);
    }

    private void end(String id, ImportDocument document, @Nullable Failure failure) {
        ImportDescription description = document.description();
        String tableId = description.tableId();
        if (tableId != null) {
            engine.endImport()
                    .execute(
                            new EndImport.Request(
                                    description.request().table().tableName(),
                                    Objects.requireNonNull(tableId),
                                    failure == null));
        }
        engine.documents()
                .save(id, document.with(description.ended(clock.instant(), failure)).encode());
    }

    private static void requireNotClosing(BucketException failure) throws InterruptedException {
        if (Thread.interrupted()) {
            InterruptedException closing = new InterruptedException();
            closing.initCause(failure);
            throw closing;
        }
    }
}
