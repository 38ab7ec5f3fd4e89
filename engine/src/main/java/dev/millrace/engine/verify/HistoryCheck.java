package dev.millrace.engine.verify;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.history.Buckets;
import dev.millrace.engine.history.HistoryRows;
import dev.millrace.engine.keyspace.HistoryKeys;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;

import java.util.Arrays;
import java.util.Map;

/// Histories: each row is of a table whose history is kept, stands in the bucket of its position,
/// and tells of another item than the row before it, since a change that changes nothing is none.
final class HistoryCheck {
    private final Reader store;
    private final Map<Integer, Table> tables;
    private final long position;
    private final LeftoverRanges leftovers;
    private final Findings findings;

    /// @param position the last position of the log whose commit is in the store
    HistoryCheck(
            Reader store,
            CatalogState catalog,
            Map<Integer, Table> tables,
            long position,
            Findings findings) {
        this.store = store;
        this.tables = tables;
        this.position = position;
        this.leftovers = new LeftoverRanges(catalog, Keyspace.HISTORY);
        this.findings = findings;
    }

    void run() {
        byte[] lastKey = {};
        byte[] lastValue = {};
        try (Cursor rows = store.scan(Keyspace.HISTORY, KeyRange.all(), Direction.ASCENDING)) {
            while (rows.next()) {
                byte[] key = rows.key();
                byte[] value = rows.value();
                findings.looked("history rows", 1);
                if (!leftovers.contain(key)) {
                    check(key, value);
                    checkChange(lastKey, lastValue, key, value);
                }
                lastKey = key;
                lastValue = value;
            }
        }
    }

    private void check(byte[] key, byte[] value) {
        Table table = tables.get(HistoryKeys.tableOf(key));
        TableHistory history = table == null ? null : table.past().history();
        if (history == null || history.begin() != HistoryKeys.beginOf(key)) {
            findings.violation("history row %s: of no table".formatted(StoreVerifier.text(key)));
            return;
        }
        long at = HistoryKeys.positionOf(key);
        int bucket = HistoryKeys.bucketOf(key);
        if (at <= history.begin()
                || at > position
                || bucket < history.firstBucket()
                || bucket != Buckets.of(at)) {
            findings.violation(
                    "history row %s: outside its history".formatted(StoreVerifier.text(key)));
        }
        byte[] row = HistoryRows.itemRow(value);
        if (row != null) {
            RowValue.decode(row);
        }
    }

    private void checkChange(byte[] lastKey, byte[] lastValue, byte[] key, byte[] value) {
        int prefix = key.length - Long.BYTES;
        if (lastKey.length == key.length
                && Arrays.equals(lastKey, 0, prefix, key, 0, prefix)
                && Arrays.equals(lastValue, value)) {
            findings.violation(
                    "history row %s: of a change that changed nothing"
                            .formatted(StoreVerifier.text(key)));
        }
    }
}
