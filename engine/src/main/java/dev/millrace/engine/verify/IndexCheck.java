package dev.millrace.engine.verify;

import dev.millrace.engine.backfill.Backfill;
import dev.millrace.engine.backfill.BackfillProgress;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.index.IndexEntries;
import dev.millrace.engine.index.IndexEntry;
import dev.millrace.engine.index.IndexTotals;
import dev.millrace.engine.index.VectorRow;
import dev.millrace.engine.item.TableTotals.Totals;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.VectorSchema;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;

/// Indexes: each item that an index should hold has its entry there, there are no others, and the
/// index's totals are theirs.
final class IndexCheck {
    private final Reader store;
    private final Map<Integer, Table> tables;
    private final Findings findings;
    private final BackfillProgress backfills;
    private final IndexTotals totals;

    IndexCheck(Reader store, Map<Integer, Table> tables, Findings findings) {
        this.store = store;
        this.tables = tables;
        this.findings = findings;
        this.backfills = BackfillProgress.load(store);
        this.totals = IndexTotals.load(store);
    }

    void run() {
        tables.values()
                .forEach(table ->
                        table.indexes().maintained().forEach(index -> check(table, index)));
        try (Cursor rows = store.scan(Keyspace.INDEX, KeyRange.all(), Direction.ASCENDING)) {
            while (rows.next()) {
                findings.looked("index entries", 1);
                if (!tables.containsKey(StoreVerifier.tableOf(rows.key()))) {
                    findings.violation(
                            "index row %s: of no table".formatted(StoreVerifier.text(rows.key())));
                }
            }
        }
    }

    private void check(Table table, SecondaryIndex index) {
        Totals expected = expected(table, index);
        Totals found = found(table, index);
        if (!found.equals(expected)) {
            findings.violation(
                    "index %s of table %s: holds %s and should hold %s"
                            .formatted(index.name(), table.name(), found, expected));
        }
        Totals stored = totals.of(table.id(), index.id());
        if (!stored.equals(expected)) {
            findings.violation(
                    "index %s of table %s: counts %s and should count %s"
                            .formatted(index.name(), table.name(), stored, expected));
        }
    }

    // Goes over the table and looks for the entry of each item.
    private Totals expected(Table table, SecondaryIndex index) {
        Totals expected = Totals.NONE;
        try (Cursor rows =
                store.scan(Keyspace.ITEMS, Keyspace.itemsOf(table.id()), Direction.ASCENDING)) {
            while (rows.next()) {
                IndexEntry entry = entry(table, index, rows);
                if (entry != null) {
                    expected = expected.plus(IndexEntry.difference(null, entry));
                    requireThere(table, index, entry);
                }
            }
        }
        return expected;
    }

    private @Nullable IndexEntry entry(Table table, SecondaryIndex index, Cursor rows) {
        return isPassed(table, index, rows.key())
                ? IndexEntries.of(table, index, RowValue.decode(rows.value()))
                : null;
    }

    private boolean isPassed(Table table, SecondaryIndex index, byte[] rowKey) {
        return !index.isUnderConstruction()
                || backfills.hasPassed(
                        Backfill.ofIndex(table.id(), index.id()), RowKey.stored(rowKey));
    }

    private void requireThere(Table table, SecondaryIndex index, IndexEntry entry) {
        byte[] row = store.get(Keyspace.INDEX, entry.key());
        if (!Arrays.equals(row, entry.value())) {
            findings.violation(
                    "index %s of table %s: the entry %s is %s"
                            .formatted(
                                    index.name(),
                                    table.name(),
                                    StoreVerifier.text(entry.key()),
                                    row == null ? "missing" : "not that of its item"));
        }
    }

    private Totals found(Table table, SecondaryIndex index) {
        Totals found = Totals.NONE;
        KeyRange range = Keyspace.entriesOf(table.id(), index.id());
        try (Cursor rows = store.scan(Keyspace.INDEX, range, Direction.ASCENDING)) {
            while (rows.next()) {
                found = found.plus(new Totals(1, sizeBytes(index, rows.value())));
            }
        }
        return found;
    }

    private static int sizeBytes(SecondaryIndex index, byte[] row) {
        VectorSchema vector = index.vector();
        if (vector == null) {
            return RowValue.decode(row).sizeBytes();
        }
        int dimensions = vector.dimensions();
        int at = VectorRow.vectorAt(row, vector.filters().size(), dimensions, null);
        Item item = VectorRow.itemOf(row, at, dimensions);
        return IndexEntry.sizeBytes(item, vector.attribute(), dimensions);
    }
}
