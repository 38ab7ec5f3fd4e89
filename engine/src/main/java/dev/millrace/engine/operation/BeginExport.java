package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.HistoryHold;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.history.Buckets;
import dev.millrace.engine.recovery.KeptHistory;
import dev.millrace.engine.recovery.RecoveryWindow;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeySchema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/// Chooses what of a table's past an export reads, and has it kept until [EndExport].
public final class BeginExport implements Operation<BeginExport.Request, BeginExport.Response> {
    private final TableAccess access;

    public BeginExport(TableAccess access) {
        this.access = access;
    }

    /// What to export.
    ///
    /// @param number tells exports apart
    /// @param from since when changes are wanted; null for the whole table
    /// @param to up to when; null for now
    public record Request(
            String tableName, int number, @Nullable Instant from, @Nullable Instant to) {}

    /// What will be exported.
    ///
    /// @param tableId the UUID
    /// @param from the position behind which changes count; 0 for the whole table
    /// @param to the position of the last change that counts
    /// @param moment of the commit
    public record Response(
            String tableId, KeySchema keySchema, long from, long to, Instant moment) {}

    @Override
    public Response execute(Request request) {
        return access.sequencer()
                .admit((CatalogCommand<Response>) catalog -> begin(catalog, request));
    }

    private static Response begin(CatalogEvaluation catalog, Request request) {
        Table table = BackupAccess.requireTable(catalog.state(), request.tableName());
        Instant now = Instant.ofEpochMilli(HybridClock.millis(catalog.position()));
        RecoveryWindow window = RecoveryWindow.of(table.past().history(), now);
        if (window == null) {
            throw new ApiException(
                    ApiError.POINT_IN_TIME_RECOVERY_UNAVAILABLE,
                    "Point in time recovery is not enabled for table '%s'".formatted(table.name()));
        }
        long to = end(request, window, catalog.position());
        Instant from = request.from();
        TableHistory history = Objects.requireNonNull(table.past().history());
        long begin = from == null ? 0 : beginning(from, window, history);
        KeptHistory.hold(
                catalog,
                table,
                new HistoryHold(
                        HistoryHold.Kind.EXPORT, request.number(), from == null ? to : begin));
        return new Response(table.uuid(), table.keySchema(), begin, to, now);
    }

    // A whole table is as it was at the end of the millisecond; of changes the end does not count.
    private static long end(Request request, RecoveryWindow window, long now) {
        Instant to = Objects.requireNonNullElse(request.to(), window.latest());
        requireWithin(to, window);
        long end =
                request.from() == null
                        ? HybridClock.lastOf(to.toEpochMilli())
                        : HybridClock.firstOf(to.toEpochMilli()) - 1;
        return Math.min(end, now);
    }

    // What was before the history began was before recovery was switched on.
    private static long beginning(Instant from, RecoveryWindow window, TableHistory history) {
        requireWithin(from, window);
        long begin = Math.max(HybridClock.firstOf(from.toEpochMilli()) - 1, history.begin());
        if (Buckets.of(begin) < history.firstBucket()) {
            throw invalid();
        }
        return begin;
    }

    private static void requireWithin(Instant moment, RecoveryWindow window) {
        if (!window.contains(moment)) {
            throw invalid();
        }
    }

    // The text is AWS's, seen in 2026.
    private static ApiException invalid() {
        return new ApiException(ApiError.INVALID_EXPORT_TIME, "Export Time is invalid");
    }
}
