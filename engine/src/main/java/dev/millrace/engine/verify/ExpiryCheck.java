package dev.millrace.engine.verify;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TimeToLive;
import dev.millrace.engine.item.ExpiryRows;
import dev.millrace.engine.keyspace.ExpiryKeys;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;

import java.util.Map;

/// The expiry index: each item that expires has its row there, and each row is that of an item.
final class ExpiryCheck {
    private final Reader store;
    private final Map<Integer, Table> tables;
    private final Findings findings;

    ExpiryCheck(Reader store, Map<Integer, Table> tables, Findings findings) {
        this.store = store;
        this.tables = tables;
        this.findings = findings;
    }

    void run() {
        try (Cursor rows = store.scan(Keyspace.EXPIRY, KeyRange.all(), Direction.ASCENDING)) {
            while (rows.next()) {
                findings.looked("expiry rows", 1);
                requireItem(rows.key());
            }
        }
        tables.values().forEach(this::requireRows);
    }

    private void requireItem(byte[] key) {
        Table table = tables.get(StoreVerifier.tableOf(key));
        TimeToLive timeToLive = table == null ? null : table.timeToLive();
        byte[] item = store.get(Keyspace.ITEMS, ExpiryKeys.rowKeyOf(key));
        if (timeToLive == null || item == null) {
            findings.violation("expiry row %s: of no item".formatted(StoreVerifier.text(key)));
        } else if (ExpiryRows.secondOf(RowValue.decode(item), timeToLive.attributeName())
                != ExpiryKeys.secondOf(key)) {
            findings.violation(
                    "expiry row %s: not the moment of its item".formatted(StoreVerifier.text(key)));
        }
    }

    // While a backfill is under way, items that it has not come to have no rows.
    private void requireRows(Table table) {
        TimeToLive timeToLive = table.timeToLive();
        if (timeToLive == null || !timeToLive.isComplete()) {
            return;
        }
        try (Cursor rows =
                store.scan(Keyspace.ITEMS, Keyspace.itemsOf(table.id()), Direction.ASCENDING)) {
            while (rows.next()) {
                requireRow(rows.key(), rows.value(), timeToLive.attributeName());
            }
        }
    }

    private void requireRow(byte[] key, byte[] row, String attributeName) {
        long second = ExpiryRows.secondOf(RowValue.decode(row), attributeName);
        if (second != ExpiryRows.NEVER
                && store.get(Keyspace.EXPIRY, ExpiryKeys.key(key, second)) == null) {
            findings.violation("item row %s: has no expiry row".formatted(StoreVerifier.text(key)));
        }
    }
}
