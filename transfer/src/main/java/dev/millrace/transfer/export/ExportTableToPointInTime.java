package dev.millrace.transfer.export;

import dev.millrace.engine.operation.BeginExport;
import dev.millrace.engine.operation.Operation;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ExportTableToPointInTimeRequest;
import dev.millrace.model.response.ExportDescription;
import dev.millrace.model.response.ExportTableToPointInTimeResponse;
import dev.millrace.model.transfer.ExportStatus;
import dev.millrace.model.transfer.ExportViewType;
import dev.millrace.model.transfer.IncrementalSpecification;
import dev.millrace.transfer.bucket.Buckets;
import dev.millrace.transfer.job.ClientTokens;
import dev.millrace.transfer.job.JobDocuments;
import dev.millrace.transfer.job.JobNames;
import dev.millrace.wire.name.TableName;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Begins an export: what it will read is settled when the answer arrives, its files come later.
///
/// @param wake has the export begun
public record ExportTableToPointInTime(
        ExportEngine engine, Buckets buckets, JobNames names, InstantSource clock, Runnable wake)
        implements Operation<ExportTableToPointInTimeRequest, ExportTableToPointInTimeResponse> {
    /// The most exports at a time, as on AWS.
    static final int EXPORTS_MAX = 300;

    private static final Duration WINDOW_MIN = Duration.ofMinutes(15);
    private static final Duration WINDOW_MAX = Duration.ofHours(24);

    @Override
    public ExportTableToPointInTimeResponse execute(ExportTableToPointInTimeRequest request) {
        String table = TableName.of(request.tableArn());
        requireWindow(request.incremental());
        buckets.named(request.target().bucket());
        synchronized (engine) {
            List<ExportDescription> all = all();
            ExportDescription same =
                    ClientTokens.find(
                            all,
                            request.clientToken(),
                            clock.instant(),
                            one -> one.request().clientToken(),
                            ExportDescription::startTime);
            return new ExportTableToPointInTimeResponse(
                    same == null ? begin(all, table, request) : repeat(same, request));
        }
    }

    private ExportDescription begin(
            List<ExportDescription> all, String table, ExportTableToPointInTimeRequest request) {
        requireRoom(all);
        String id = newId(all);
        int number = id.hashCode();
        IncrementalSpecification incremental = request.incremental();
        BeginExport.Response begun =
                engine.beginExport()
                        .execute(
                                new BeginExport.Request(
                                        table,
                                        number,
                                        incremental == null ? null : incremental.from(),
                                        incremental == null
                                                ? request.exportTime()
                                                : incremental.to()));
        ExportDescription description =
                new ExportDescription(
                        names.arn(table, "export", id),
                        ExportStatus.IN_PROGRESS,
                        begun.tableId(),
                        settled(request, table, begun.moment()),
                        begun.moment(),
                        null,
                        null,
                        0,
                        0,
                        null);
        // What a crash leaves held without a document is let go of by the next start.
        engine.documents().save(id, ExportDocument.begin(description, number, begun).encode());
        forgetOldest(all);
        wake.run();
        return description;
    }

    // The history is held by a number made of the id, which no other export may have.
    private String newId(List<ExportDescription> all) {
        Set<Integer> taken =
                all.stream()
                        .flatMap(one -> JobNames.idOf(one.exportArn(), "export").stream())
                        .map(String::hashCode)
                        .collect(Collectors.toSet());
        String id = names.newId(clock.instant());
        while (taken.contains(id.hashCode())) {
            id = names.newId(clock.instant());
        }
        return id;
    }

    // What the request left out.
    private ExportTableToPointInTimeRequest settled(
            ExportTableToPointInTimeRequest request, String table, Instant now) {
        IncrementalSpecification incremental = request.incremental();
        return new ExportTableToPointInTimeRequest(
                names.tableArn(table),
                incremental == null
                        ? Objects.requireNonNullElse(request.exportTime(), now)
                        : request.exportTime(),
                Objects.requireNonNullElseGet(request.clientToken(), names.uuids()),
                request.target(),
                incremental == null
                        ? null
                        : new IncrementalSpecification(
                                incremental.from(),
                                Objects.requireNonNullElse(incremental.to(), now),
                                Objects.requireNonNullElse(
                                        incremental.viewType(), ExportViewType.NEW_AND_OLD_IMAGES)),
                request.format());
    }

    private List<ExportDescription> all() {
        return engine.documents().all().stream()
                .map(document -> ExportDocument.decode(document).description())
                .toList();
    }

    private ExportDescription repeat(
            ExportDescription same, ExportTableToPointInTimeRequest request) {
        ExportTableToPointInTimeRequest first = same.request();
        Instant end = first.incremental() == null ? first.exportTime() : first.incremental().to();
        ExportTableToPointInTimeRequest again =
                settled(
                        request,
                        TableName.of(request.tableArn()),
                        Objects.requireNonNullElse(end, same.startTime()));
        if (!again.equals(first)) {
            throw new ApiException(
                    ApiError.EXPORT_CONFLICT,
                    "A different export was requested with this ClientToken");
        }
        return same;
    }

    private void forgetOldest(List<ExportDescription> all) {
        all.stream()
                .filter(one -> one.status() != ExportStatus.IN_PROGRESS)
                .limit(Math.max(0, all.size() + 1 - JobDocuments.JOBS_MAX))
                .flatMap(one -> JobNames.idOf(one.exportArn(), "export").stream())
                .forEach(engine.documents()::remove);
    }

    private void requireWindow(@Nullable IncrementalSpecification incremental) {
        if (incremental == null) {
            return;
        }
        Instant from = incremental.from();
        if (from == null) {
            throw ApiException.invalidParameter(
                    "ExportFromTime must be provided for INCREMENTAL_EXPORT");
        }
        Duration window =
                Duration.between(
                        from, Objects.requireNonNullElse(incremental.to(), clock.instant()));
        if (window.compareTo(WINDOW_MIN) < 0) {
            throw ApiException.validation(
                    "Difference between export period from time and export period to time is less"
                            + " than 15 minutes");
        }
        if (window.compareTo(WINDOW_MAX) > 0) {
            throw ApiException.validation(
                    "Difference between export period from time and export period to time is"
                            + " greater than 24 hours");
        }
    }

    private static void requireRoom(List<ExportDescription> all) {
        long underWay =
                all.stream().filter(one -> one.status() == ExportStatus.IN_PROGRESS).count();
        if (underWay >= EXPORTS_MAX) {
            throw new ApiException(
                    ApiError.LIMIT_EXCEEDED,
                    "Subscriber limit exceeded: Only %d exports can be in progress simultaneously"
                            .formatted(EXPORTS_MAX));
        }
    }
}
