package dev.millrace.engine.operation;

import dev.millrace.engine.backfill.ItemChunk;
import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.history.ChangeCursor;
import dev.millrace.engine.history.TableAsOf;
import dev.millrace.engine.history.TableBetween;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.model.value.Item;
import dev.millrace.store.Snapshot;
import dev.millrace.store.Store;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Reads a piece of a table's past that is kept for an export: its items as they were, or how they
/// changed.
public final class ReadPast implements Operation<ReadPast.Request, ReadPast.Response> {
    private static final int MICROS_A_MILLI = 1_000;

    private final Catalog catalog;
    private final Store store;

    public ReadPast(Catalog catalog, Store store) {
        this.catalog = catalog;
        this.store = store;
    }

    /// Which piece.
    ///
    /// @param from the position behind which changes count; 0 for all items
    /// @param to the position of the last change that counts
    /// @param after where the piece before this one ended; null for the first
    // The array is never changed, and requests are not compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record Request(
            String tableName, String tableId, long from, long to, byte @Nullable [] after) {}

    /// An item at the beginning and at the end.
    ///
    /// @param micros when it was changed last in between, microseconds since 1970
    /// @param before null if there was none, or everything is read
    /// @param after null if there was none
    public record Change(long micros, @Nullable Item before, @Nullable Item after) {}

    /// What was found.
    ///
    /// @param last where the piece ended; null if nothing follows
    @SuppressWarnings("ArrayRecordComponent")
    public record Response(List<Change> changes, byte @Nullable [] last) {}

    @Override
    public Response execute(Request request) {
        Table table =
                catalog.state()
                        .table(request.tableName())
                        .filter(one -> one.uuid().equals(request.tableId()))
                        .orElseThrow(ReadPast::notKept);
        TableHistory history = table.past().history();
        if (history == null) {
            throw notKept();
        }
        try (Snapshot snapshot = store.snapshot()) {
            return request.from() == 0
                    ? items(table, history, request, snapshot)
                    : changes(table, history, request, snapshot);
        }
    }

    private static Response items(
            Table table, TableHistory history, Request request, Snapshot snapshot) {
        ItemChunk chunk =
                new TableAsOf(table.id(), history, request.to()).chunk(snapshot, request.after());
        return new Response(
                chunk.items().stream().map(item -> new Change(0, null, item)).toList(),
                chunk.last());
    }

    private static Response changes(
            Table table, TableHistory history, Request request, Snapshot snapshot) {
        List<Change> changes = new ArrayList<>();
        long bytes = 0;
        byte[] last = null;
        TableBetween between =
                new TableBetween(
                        table.id(),
                        history,
                        request.from(),
                        Math.max(request.from(), request.to()));
        try (ChangeCursor cursor = between.open(snapshot, request.after())) {
            while (cursor.next()) {
                if (ItemChunk.isFull(changes.size(), bytes)) {
                    return new Response(changes, last);
                }
                long micros = micros(cursor.lastPosition());
                byte[] before = cursor.before();
                byte[] after = cursor.after();
                bytes += length(before) + length(after);
                changes.add(new Change(micros, item(before), item(after)));
                last = Objects.requireNonNull(cursor.rowKey());
            }
        }
        return new Response(changes, null);
    }

    private static long micros(long position) {
        long counter = position - HybridClock.firstOf(HybridClock.millis(position));
        return HybridClock.millis(position) * MICROS_A_MILLI
                + Math.min(counter, MICROS_A_MILLI - 1);
    }

    private static int length(byte @Nullable [] row) {
        return row == null ? 0 : row.length;
    }

    private static @Nullable Item item(byte @Nullable [] row) {
        return row == null ? null : RowValue.decode(row);
    }

    private static IllegalStateException notKept() {
        return new IllegalStateException("the past of a table under export is not kept");
    }
}
