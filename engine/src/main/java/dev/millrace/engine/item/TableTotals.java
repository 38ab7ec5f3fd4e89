package dev.millrace.engine.item;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Reader;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.tuple.TupleReader;
import dev.millrace.store.tuple.TupleWriter;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many items each table holds and how large they are together, kept up to date by every
/// commit.
///
/// The applier alone changes the totals; many threads read them.
public final class TableTotals {
    /// Items and their bytes by DynamoDB's size formula.
    public record Totals(long items, long bytes) {
        /// An empty table's.
        public static final Totals NONE = new Totals(0, 0);

        /// These and `other` together.
        public Totals plus(Totals other) {
            return new Totals(items + other.items, bytes + other.bytes);
        }

        /// What is added when `after` takes the place of `before`, either of them null for none.
        public static Totals difference(@Nullable Item before, @Nullable Item after) {
            return new Totals(
                    (after == null ? 0 : 1) - (before == null ? 0 : 1),
                    CapacityUnits.size(after) - CapacityUnits.size(before));
        }
    }

    private static final int KIND_BYTES = 1;

    private final Map<Integer, Totals> totals = new ConcurrentHashMap<>();

    /// Reads the totals of all tables.
    public static TableTotals load(Reader store) {
        TableTotals loaded = new TableTotals();
        try (Cursor cursor =
                store.scan(Keyspace.META, Keyspace.statistics(), Direction.ASCENDING)) {
            while (cursor.next()) {
                TupleReader key = new TupleReader(cursor.key());
                key.raw(KIND_BYTES);
                TupleReader value = new TupleReader(cursor.value());
                loaded.totals.put((int) key.uint32(), new Totals(value.uint64(), value.uint64()));
            }
        }
        return loaded;
    }

    /// The totals of a table.
    public Totals of(int tableId) {
        return totals.getOrDefault(tableId, Totals.NONE);
    }

    /// Adds the new totals of the tables that `changes` touch to `batch`, and returns them for
    /// [#apply] once the batch is written.
    public Map<Integer, Totals> write(List<ItemChange> changes, WriteBatch batch) {
        Map<Integer, Totals> next = new HashMap<>();
        for (ItemChange change : changes) {
            int table = change.table().id();
            Totals difference = Totals.difference(change.before(), change.after());
            next.put(table, next.getOrDefault(table, of(table)).plus(difference));
        }
        next.forEach((table, total) ->
                batch.put(Keyspace.META, Keyspace.statisticsKey(table), encode(total)));
        return next;
    }

    /// Makes `next` the totals that are read.
    public void apply(Map<Integer, Totals> next) {
        totals.putAll(next);
    }

    /// Forgets a table that was removed.
    public void remove(int tableId) {
        totals.remove(tableId);
    }

    private static byte[] encode(Totals total) {
        return new TupleWriter().uint64(total.items()).uint64(total.bytes()).toByteArray();
    }
}
