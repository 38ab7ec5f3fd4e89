package dev.millrace.engine.index;

import dev.millrace.engine.item.TableTotals.Totals;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Reader;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.tuple.TupleReader;
import dev.millrace.store.tuple.TupleWriter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many entries each index holds and how large they are together, kept up to date by every
/// commit.
///
/// The applier alone changes the totals; many threads read them.
public final class IndexTotals {
    /// Names an index of any table.
    public record IndexId(int tableId, int indexId) {}

    private static final int KIND_BYTES = 1;

    private final Map<IndexId, Totals> totals = new ConcurrentHashMap<>();

    /// Reads the totals of all indexes.
    public static IndexTotals load(Reader store) {
        IndexTotals loaded = new IndexTotals();
        try (Cursor cursor =
                store.scan(Keyspace.META, Keyspace.indexStatistics(), Direction.ASCENDING)) {
            while (cursor.next()) {
                TupleReader key = new TupleReader(cursor.key());
                key.raw(KIND_BYTES);
                IndexId id = new IndexId((int) key.uint32(), (int) key.uint32());
                TupleReader value = new TupleReader(cursor.value());
                loaded.totals.put(id, new Totals(value.uint64(), value.uint64()));
            }
        }
        return loaded;
    }

    /// The totals of an index.
    public Totals of(int tableId, int indexId) {
        return of(new IndexId(tableId, indexId));
    }

    Totals of(IndexId id) {
        return totals.getOrDefault(id, Totals.NONE);
    }

    /// Makes `next` the totals that are read.
    public void apply(Map<IndexId, Totals> next) {
        totals.putAll(next);
    }

    /// Forgets an index that was removed.
    public void remove(int tableId, int indexId) {
        totals.remove(new IndexId(tableId, indexId));
    }

    /// Forgets all indexes of a table that was removed.
    public void removeAll(int tableId) {
        totals.keySet().removeIf(id -> id.tableId() == tableId);
    }

    static void write(Map<IndexId, Totals> next, WriteBatch batch) {
        next.forEach((id, total) ->
                batch.put(
                        Keyspace.META,
                        Keyspace.indexStatisticsKey(id.tableId(), id.indexId()),
                        new TupleWriter()
                                .uint64(total.items())
                                .uint64(total.bytes())
                                .toByteArray()));
    }
}
