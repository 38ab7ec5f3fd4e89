package dev.millrace.engine.backfill;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Reader;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.tuple.TupleReader;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The cursors of all backfills that have begun and not ended: for each the row that it passed
/// last.
///
/// The applier alone moves them, in the batch that also holds what the backfill made of the rows.
public final class BackfillProgress {
    private static final int PREFIX_BYTES = 1;

    private final Map<Backfill, byte[]> passed = new ConcurrentHashMap<>();

    /// Reads all cursors.
    public static BackfillProgress load(Reader store) {
        BackfillProgress loaded = new BackfillProgress();
        try (Cursor cursor = store.scan(Keyspace.META, Keyspace.backfills(), Direction.ASCENDING)) {
            while (cursor.next()) {
                loaded.passed.put(decode(cursor.key()), cursor.value());
            }
        }
        return loaded;
    }

    /// The key of the row that the backfill passed last; null if it has not begun or has ended.
    /// Must not be changed.
    public byte @Nullable [] passed(Backfill backfill) {
        return passed.get(backfill);
    }

    /// Whether a backfill that has not ended has dealt with a row, or would have if it had been
    /// there.
    public boolean hasPassed(Backfill backfill, RowKey row) {
        byte[] last = passed.get(backfill);
        return last != null && Arrays.compareUnsigned(row.bytes(), last) <= 0;
    }

    /// Adds to `batch` what a step does to the stored cursor.
    public static void write(BackfillStep step, WriteBatch batch) {
        Backfill backfill = step.backfill();
        byte[] key = key(backfill);
        if (step.passed() == null) {
            batch.delete(Keyspace.META, key);
        } else {
            batch.put(Keyspace.META, key, step.passed());
        }
    }

    /// Moves the cursor that is read, once the batch is written.
    public void apply(BackfillStep step) {
        if (step.passed() == null) {
            passed.remove(step.backfill());
        } else {
            passed.put(step.backfill(), step.passed());
        }
    }

    /// Forgets the cursor of an index that was removed.
    public void remove(Backfill backfill) {
        passed.remove(backfill);
    }

    /// Forgets the cursors of a table that was removed.
    public void removeAll(int tableId) {
        passed.keySet().removeIf(backfill -> backfill.tableId() == tableId);
    }

    private static byte[] key(Backfill backfill) {
        return Keyspace.backfillKey(backfill.tableId(), backfill.kind().code(), backfill.number());
    }

    private static Backfill decode(byte[] key) {
        TupleReader tuple = new TupleReader(key);
        tuple.raw(PREFIX_BYTES);
        int tableId = (int) tuple.uint32();
        Backfill.Kind kind = Backfill.Kind.of(tuple.uint8());
        return new Backfill(tableId, kind, (int) tuple.uint32());
    }
}
