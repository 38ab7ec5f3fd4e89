package dev.millrace.transfer.bulk;

import dev.millrace.engine.operation.BulkTarget;
import dev.millrace.engine.operation.Operation;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.StartBulkPutItemsRequest;
import dev.millrace.model.response.BulkOperationDescription;
import dev.millrace.model.response.BulkOperationResponse;
import dev.millrace.model.response.BulkUsage;
import dev.millrace.model.transfer.BulkCounts;
import dev.millrace.model.transfer.BulkStatus;
import dev.millrace.transfer.bucket.Buckets;
import dev.millrace.transfer.job.ClientTokens;
import dev.millrace.transfer.job.JobDocuments;
import dev.millrace.transfer.job.JobNames;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/// Begins a bulk operation, whose items come later.
///
/// @param wake has the operation begun
public record StartBulkPutItems(
        BulkEngine engine, Buckets buckets, JobNames names, InstantSource clock, Runnable wake)
        implements Operation<StartBulkPutItemsRequest, BulkOperationResponse> {
    /// What the names of bulk operations have in them.
    static final String KIND = "bulk-put";

    /// The most operations at a time.
    static final int OPERATIONS_MAX = 50;

    @Override
    public BulkOperationResponse execute(StartBulkPutItemsRequest request) {
        buckets.named(request.input().source().bucket());
        synchronized (engine) {
            List<BulkOperationDescription> all = all();
            BulkOperationDescription same =
                    ClientTokens.find(
                            all,
                            request.clientToken(),
                            clock.instant(),
                            one -> one.request().clientToken(),
                            BulkOperationDescription::startTime);
            return new BulkOperationResponse(
                    same == null ? begin(all, request) : repeat(same, request));
        }
    }

    private BulkOperationDescription begin(
            List<BulkOperationDescription> all, StartBulkPutItemsRequest request) {
        String tableId =
                engine.target().execute(new BulkTarget.Request(request.tableName())).tableId();
        requireRoom(all);
        Instant now = clock.instant();
        String id = names.newId(now);
        BulkOperationDescription begun =
                new BulkOperationDescription(
                        names.arn(request.tableName(), KIND, id),
                        BulkStatus.IN_PROGRESS,
                        tableId,
                        request.withClientToken(
                                Objects.requireNonNullElseGet(
                                        request.clientToken(), names.uuids())),
                        now,
                        null,
                        BulkCounts.NONE,
                        BulkUsage.NONE,
                        null);
        engine.documents().save(id, BulkDocument.begin(begun).encode());
        forgetOldest(all);
        wake.run();
        return begun;
    }

    private List<BulkOperationDescription> all() {
        return engine.documents().all().stream()
                .map(document -> BulkDocument.decode(document).description())
                .toList();
    }

    private BulkOperationDescription repeat(
            BulkOperationDescription same, StartBulkPutItemsRequest request) {
        if (!same.request().equals(request)) {
            throw new ApiException(
                    ApiError.IDEMPOTENT_PARAMETER_MISMATCH,
                    "A different bulk operation was requested with this ClientToken");
        }
        return Cancellations.shown(engine, same);
    }

    private void forgetOldest(List<BulkOperationDescription> all) {
        all.stream()
                .filter(one -> one.status() != BulkStatus.IN_PROGRESS)
                .limit(Math.max(0, all.size() + 1 - JobDocuments.JOBS_MAX))
                .flatMap(one -> JobNames.idOf(one.bulkOperationArn(), KIND).stream())
                .forEach(engine.documents()::remove);
    }

    private static void requireRoom(List<BulkOperationDescription> all) {
        long underWay = all.stream().filter(one -> one.status() == BulkStatus.IN_PROGRESS).count();
        if (underWay >= OPERATIONS_MAX) {
            throw new ApiException(
                    ApiError.LIMIT_EXCEEDED,
                    "Subscriber limit exceeded: Only %d bulk operations can be in progress"
                                    .formatted(OPERATIONS_MAX)
                            + " simultaneously");
        }
    }
}
