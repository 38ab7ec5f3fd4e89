package dev.millrace.engine.verify;

import dev.millrace.engine.catalog.CatalogRows;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.keyspace.FormatVersion;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.store.Reader;
import dev.millrace.store.StoreException;
import dev.millrace.store.tuple.TupleReader;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// The check of a store.
public final class StoreVerifier {
    private final Reader store;
    private final Findings findings = new Findings();

    private StoreVerifier(Reader store) {
        this.store = store;
    }

    /// Reads all of a store that nobody writes to, and tells what in it contradicts what.
    ///
    /// @throws dev.millrace.engine.keyspace.NewerFormatException if a later version wrote the store
    public static VerificationReport verify(Reader store) {
        FormatVersion.requireKnown(store);
        StoreVerifier verifier = new StoreVerifier(store);
        verifier.check();
        return verifier.findings.report();
    }

    private void check() {
        try {
            checkRows(CatalogRows.load(store));
        } catch (StoreException e) {
            findings.violation("a row cannot be read: %s".formatted(e.getMessage()));
        }
    }

    private void checkRows(CatalogState catalog) {
        Map<Integer, Table> tables = new HashMap<>();
        catalog.tables().forEach(table -> tables.put(table.id(), table));
        new CatalogCheck(catalog, findings).run();
        new ItemCheck(store, tables, findings).run();
        new IndexCheck(store, tables, findings).run();
        new ExpiryCheck(store, tables, findings).run();
        new RecordCheck(store, catalog, HybridClock.lastIn(store), findings).run();
        catalog.tables()
                .forEach(table -> new LatestRecordCheck(store, catalog, findings).run(table));
        new HistoryCheck(store, catalog, tables, HybridClock.lastIn(store), findings).run();
        new BackupCheck(store, catalog, tables, findings).run();
        new OutboxCheck(store, catalog, HybridClock.lastIn(store), findings).run();
        new TokenCheck(store, findings).run();
    }

    static int tableOf(byte[] key) {
        return (int) new TupleReader(key).uint32();
    }

    static String text(byte[] key) {
        return HexFormat.of().formatHex(key);
    }
}
