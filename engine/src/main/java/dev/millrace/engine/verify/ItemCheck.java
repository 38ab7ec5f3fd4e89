package dev.millrace.engine.verify;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.item.TableTotals;
import dev.millrace.engine.item.TableTotals.Totals;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Items: each row belongs to a table and stands where its key says, and the tables' totals are
/// theirs.
final class ItemCheck {
    private final Reader store;
    private final Map<Integer, Table> tables;
    private final Findings findings;
    private final Map<Integer, Totals> counted = new HashMap<>();

    ItemCheck(Reader store, Map<Integer, Table> tables, Findings findings) {
        this.store = store;
        this.tables = tables;
        this.findings = findings;
    }

    void run() {
        try (Cursor rows = store.scan(Keyspace.ITEMS, KeyRange.all(), Direction.ASCENDING)) {
            while (rows.next()) {
                check(rows.key(), RowValue.decode(rows.value()));
            }
        }
        TableTotals totals = TableTotals.load(store);
        tables.values().forEach(table -> checkTotals(table, totals.of(table.id())));
    }

    private void check(byte[] key, Item item) {
        findings.looked("items", 1);
        int tableId = StoreVerifier.tableOf(key);
        Table table = tables.get(tableId);
        if (table == null) {
            findings.violation("item row %s: of no table".formatted(StoreVerifier.text(key)));
            return;
        }
        counted.merge(tableId, Totals.difference(null, item), Totals::plus);
        if (!isAtItsPlace(key, table, item)) {
            findings.violation(
                    "item row %s: not where its key belongs".formatted(StoreVerifier.text(key)));
        }
    }

    static boolean isAtItsPlace(byte[] key, Table table, Item item) {
        try {
            RowKey place = RowKey.of(table.id(), ItemKeys.ofStored(table.keySchema(), item));
            return Arrays.equals(place.bytes(), key);
        } catch (ApiException _) {
            return false;
        }
    }

    private void checkTotals(Table table, Totals stored) {
        Totals found = counted.getOrDefault(table.id(), Totals.NONE);
        if (!found.equals(stored)) {
            findings.violation(
                    "table %s: holds %s and counts %s".formatted(table.name(), found, stored));
        }
    }
}
