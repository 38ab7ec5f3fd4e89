package dev.millrace.engine.expiry;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TimeToLive;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.item.ExpiryRows;
import dev.millrace.engine.keyspace.ExpiryKeys;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.value.Binary;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Enters into the expiry index what tables held when time to live was switched on.
///
/// It goes over the table in row order, in chunks, each of them a command of its own and so a look
/// at the rows with no write half done. How far it is stands in the table itself, so it goes on
/// after a restart where it was. Changes of items enter themselves from the switch on.
public final class ExpiryBackfill {
    /// The most rows in one chunk.
    public static final int CHUNK_ROWS_MAX = 512;

    /// The most bytes of rows in one chunk, but for the row that goes beyond.
    public static final int CHUNK_BYTES_MAX = 1 << 20;

    private final Catalog catalog;
    private final Reader store;
    private final Sequencer sequencer;

    /// A backfill from the items in `store`.
    public ExpiryBackfill(Catalog catalog, Reader store, Sequencer sequencer) {
        this.catalog = catalog;
        this.store = store;
        this.sequencer = sequencer;
    }

    /// A table whose index lacks items that it held before.
    Optional<Table> underWay() {
        return catalog.state().tables().stream().filter(ExpiryBackfill::isUnderWay).findFirst();
    }

    /// Enters one chunk of a table, and says whether rows are left.
    public boolean chunk(Table table) {
        return sequencer.submit((CatalogCommand<Boolean>) changes -> enter(changes, table));
    }

    private static boolean isUnderWay(Table table) {
        TimeToLive timeToLive = table.timeToLive();
        return timeToLive != null && !timeToLive.isComplete();
    }

    private boolean enter(CatalogEvaluation changes, Table seen) {
        Table table =
                changes.state()
                        .table(seen.name())
                        .filter(found -> found.id() == seen.id())
                        .orElse(null);
        TimeToLive timeToLive = table == null ? null : table.timeToLive();
        Binary from = timeToLive == null ? null : timeToLive.backfilledTo();
        return table != null
                && timeToLive != null
                && from != null
                && enter(changes, table, timeToLive.attributeName(), from);
    }

    private boolean enter(
            CatalogEvaluation changes, Table table, String attributeName, Binary from) {
        List<byte[]> entries = new ArrayList<>();
        Binary reached = read(rowsBehind(table, from), attributeName, entries);
        if (!entries.isEmpty()) {
            changes.change(new CatalogChange.PutExpiries(entries));
        }
        TimeToLive next = new TimeToLive(attributeName, reached);
        changes.change(new CatalogChange.PutTable(table.withTimeToLive(next)));
        return reached != null;
    }

    // The last row of the chunk, or null if no row is left behind it.
    private @Nullable Binary read(KeyRange range, String attributeName, List<byte[]> entries) {
        int rows = 0;
        long bytes = 0;
        try (Cursor cursor = store.scan(Keyspace.ITEMS, range, Direction.ASCENDING)) {
            while (cursor.next()) {
                byte[] rowKey = cursor.key();
                byte[] row = cursor.value();
                long second = ExpiryRows.secondOf(RowValue.decode(row), attributeName);
                if (second != ExpiryRows.NEVER) {
                    entries.add(ExpiryKeys.key(rowKey, second));
                }
                rows++;
                bytes += row.length;
                if (rows == CHUNK_ROWS_MAX || bytes >= CHUNK_BYTES_MAX) {
                    return Binary.of(rowKey);
                }
            }
        }
        return null;
    }

    private static KeyRange rowsBehind(Table table, Binary from) {
        KeyRange all = Keyspace.itemsOf(table.id());
        return from.length() == 0
                ? all
                : KeyRange.of(Arrays.copyOf(from.bytes(), from.length() + 1), all.to());
    }
}
