package dev.millrace.transfer.load;

import dev.millrace.engine.operation.BeginImport;
import dev.millrace.engine.operation.Operation;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ImportTableRequest;
import dev.millrace.model.response.ImportDescription;
import dev.millrace.model.response.ImportTableResponse;
import dev.millrace.model.transfer.ImportCounts;
import dev.millrace.model.transfer.ImportStatus;
import dev.millrace.model.transfer.InputFormat;
import dev.millrace.transfer.bucket.Buckets;
import dev.millrace.transfer.job.ClientTokens;
import dev.millrace.transfer.job.JobDocuments;
import dev.millrace.transfer.job.JobNames;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/// Begins an import: its table is there when the answer arrives, its items come later.
///
/// @param wake has the import begun
public record ImportTable(
        ImportEngine engine, Buckets buckets, JobNames names, InstantSource clock, Runnable wake)
        implements Operation<ImportTableRequest, ImportTableResponse> {
    /// The most imports at a time, as on AWS.
    static final int IMPORTS_MAX = 50;

    @Override
    public ImportTableResponse execute(ImportTableRequest request) {
        requireSupported(request);
        buckets.named(request.source().bucket());
        synchronized (engine) {
            List<ImportDescription> all = all();
            ImportDescription same =
                    ClientTokens.find(
                            all,
                            request.clientToken(),
                            clock.instant(),
                            one -> one.request().clientToken(),
                            ImportDescription::startTime);
            return new ImportTableResponse(
                    same == null ? begin(all, request) : repeat(same, request));
        }
    }

    private ImportDescription begin(List<ImportDescription> all, ImportTableRequest request) {
        requireRoom(all);
        Instant now = clock.instant();
        String id = names.newId(now);
        String table = request.table().tableName();
        ImportDescription planned =
                new ImportDescription(
                        names.arn(table, "import", id),
                        ImportStatus.IN_PROGRESS,
                        names.tableArn(table),
                        null,
                        request.withClientToken(
                                Objects.requireNonNullElseGet(
                                        request.clientToken(), names.uuids())),
                        names.logGroupArn(),
                        now,
                        null,
                        ImportCounts.NONE,
                        null);
        // The import is written down before its table, so that no crash leaves a table that nobody
        // fills.
        save(id, planned);
        ImportDescription begun = planned.withTableId(create(id, planned));
        save(id, begun);
        forgetOldest(all);
        wake.run();
        return begun;
    }

    private String create(String id, ImportDescription planned) {
        try {
            return engine.beginImport()
                    .execute(
                            new BeginImport.Request(planned.request().table(), planned.importArn()))
                    .tableId();
        } catch (ApiException e) {
            engine.documents().remove(id);
            throw e;
        }
    }

    private void save(String id, ImportDescription description) {
        engine.documents().save(id, ImportDocument.begin(description).encode());
    }

    private List<ImportDescription> all() {
        return engine.documents().all().stream()
                .map(document -> ImportDocument.decode(document).description())
                .toList();
    }

    private static ImportDescription repeat(ImportDescription same, ImportTableRequest request) {
        if (!same.request().equals(request)) {
            throw new ApiException(
                    ApiError.IMPORT_CONFLICT,
                    "A different import was requested with this ClientToken");
        }
        return same;
    }

    // What has ended long ago is forgotten when there is too much of it.
    private void forgetOldest(List<ImportDescription> all) {
        all.stream()
                .filter(one -> one.status() != ImportStatus.IN_PROGRESS)
                .limit(Math.max(0, all.size() + 1 - JobDocuments.JOBS_MAX))
                .flatMap(one -> JobNames.idOf(one.importArn(), "import").stream())
                .forEach(engine.documents()::remove);
    }

    private static void requireRoom(List<ImportDescription> all) {
        long underWay =
                all.stream().filter(one -> one.status() == ImportStatus.IN_PROGRESS).count();
        if (underWay >= IMPORTS_MAX) {
            throw new ApiException(
                    ApiError.LIMIT_EXCEEDED,
                    "Subscriber limit exceeded: Only %d imports can be in progress simultaneously"
                            .formatted(IMPORTS_MAX));
        }
    }

    private static void requireSupported(ImportTableRequest request) {
        if (request.csv() != null && request.format() != InputFormat.CSV) {
            throw ApiException.invalidParameter(
                    "InputFormatOptions for CSV can be given with InputFormat CSV only");
        }
    }
}
