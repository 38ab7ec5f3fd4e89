package dev.millrace.conformance.fault;

import dev.millrace.engine.catalog.CatalogRows;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.store.Reader;

import org.jspecify.annotations.Nullable;

/// The items of the writers' table in a store that no engine runs on.
final class FaultReader {
    private final Reader store;
    private final @Nullable Table table;

    FaultReader(Reader store) {
        this.store = store;
        this.table = CatalogRows.load(store).table(DiskWriter.TABLE).orElse(null);
    }

    /// The version of an item; 0 if there is none.
    long version(String key) {
        if (table == null) {
            return 0;
        }
        RowKey row = RowKey.of(table.id(), new PrimaryKey(new AttributeValue.S(key), null));
        byte[] found = store.get(Keyspace.ITEMS, row.bytes());
        return found != null
                        && RowValue.decode(found).get(DiskWriter.VERSION)
                                instanceof AttributeValue.N(Decimal number)
                ? number.number().longValueExact()
                : 0;
    }
}
