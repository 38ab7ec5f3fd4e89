package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.HistoryHold;
import dev.millrace.engine.catalog.RestoreSource;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableRestore;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.recovery.KeptHistory;
import dev.millrace.engine.recovery.RecoveryWindow;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.RestoreTableToPointInTimeRequest;
import dev.millrace.model.response.RestoreTableToPointInTimeResponse;
import dev.millrace.model.table.TableDescription;

import java.time.Instant;

/// Makes a table out of another as that was at a moment: with all that was committed up to the
/// moment's millisecond, that included, and nothing later. The answer shows it CREATING; it is
/// filled afterwards, while the other table is written to.
public final class RestoreTableToPointInTime
        implements Operation<RestoreTableToPointInTimeRequest, RestoreTableToPointInTimeResponse> {
    private final BackupAccess access;
    private final RestoreRequests requests;
    private final NewRestores restores;

    public RestoreTableToPointInTime(BackupAccess access) {
        this.access = access;
        this.requests = new RestoreRequests(access.tables().names());
        this.restores = new NewRestores(access.tables().names());
    }

    private record Target(Instant moment, long position) {}

    @Override
    public RestoreTableToPointInTimeResponse execute(RestoreTableToPointInTimeRequest request) {
        RestoreRequests.requireForm(request);
        String uuid = access.uuids().get();
        TableDescription table =
                access.tables()
                        .sequencer()
                        .admit(
                                (CatalogCommand<TableDescription>)
                                        catalog -> begin(catalog, request, uuid));
        access.wake().run();
        return new RestoreTableToPointInTimeResponse(table);
    }

    private TableDescription begin(
            CatalogEvaluation catalog, RestoreTableToPointInTimeRequest request, String uuid) {
        Table source = requests.requireSource(catalog.state(), request);
        Target target = target(catalog, source, request);
        restores.requireFree(catalog.state(), request.targetTableName());
        Table planned =
                new RestoredTable(source, request.overrides(), access.tables().names())
                        .planned(request.targetTableName(), uuid);
        Table table =
                restores.begin(
                        catalog,
                        planned,
                        TableRestore.begin(
                                new RestoreSource.OfTable(source.id(), target.position()),
                                source.name(),
                                target.moment()));
        KeptHistory.hold(
                catalog,
                source,
                new HistoryHold(HistoryHold.Kind.RESTORE, table.id(), target.position()));
        return access.tables().describe(catalog.state(), table);
    }

    private static Target target(
            CatalogEvaluation catalog, Table source, RestoreTableToPointInTimeRequest request) {
        Instant now = Instant.ofEpochMilli(HybridClock.millis(catalog.position()));
        RecoveryWindow window = RecoveryWindow.of(source.past().history(), now);
        if (window == null) {
            throw new ApiException(
                    ApiError.POINT_IN_TIME_RECOVERY_UNAVAILABLE,
                    "Point in time recovery is not enabled for table '%s'"
                            .formatted(source.name()));
        }
        Instant asked = request.restoreDateTime();
        if (asked == null) {
            return new Target(now, catalog.position());
        }
        if (!window.contains(asked)) {
            throw outside(asked, window);
        }
        // What is committed later in this very millisecond does not belong to it any more.
        long last = HybridClock.lastOf(asked.toEpochMilli());
        return new Target(asked, Math.min(last, catalog.position()));
    }

    private static ApiException outside(Instant asked, RecoveryWindow window) {
        return new ApiException(
                ApiError.INVALID_RESTORE_TIME,
                ("RestoreDateTime '%s' must be within EarliestRestorableDateTime '%s' and"
                                + " LatestRestorableDateTime '%s'")
                        .formatted(asked, window.earliest(), window.latest()));
    }
}
