package dev.millrace.engine.verify;

import dev.millrace.engine.backfill.Backfill;
import dev.millrace.engine.backfill.BackfillProgress;
import dev.millrace.engine.catalog.Backup;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.HistoryHold;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.item.TableTotals.Totals;
import dev.millrace.engine.keyspace.BackupKeys;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.backup.BackupStatus;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;

import java.util.HashMap;
import java.util.Map;

/// Backups: each row belongs to one and stands where its key says; one that is complete has as many
/// items as it counts, and as large ones; one that is being made has its table's history kept.
final class BackupCheck {
    private final Reader store;
    private final CatalogState catalog;
    private final Map<Integer, Table> tables;
    private final LeftoverRanges leftovers;
    private final BackfillProgress copies;
    private final Findings findings;
    private final Map<Integer, Backup> backups = new HashMap<>();
    private final Map<Integer, Totals> counted = new HashMap<>();

    BackupCheck(Reader store, CatalogState catalog, Map<Integer, Table> tables, Findings findings) {
        this.store = store;
        this.catalog = catalog;
        this.tables = tables;
        this.leftovers = new LeftoverRanges(catalog, Keyspace.BACKUPS);
        this.copies = BackfillProgress.load(store);
        this.findings = findings;
    }

    void run() {
        catalog.backups().forEach(backup -> backups.put(backup.id(), backup));
        findings.looked("backups", backups.size());
        try (Cursor rows = store.scan(Keyspace.BACKUPS, KeyRange.all(), Direction.ASCENDING)) {
            while (rows.next()) {
                findings.looked("items in backups", 1);
                if (!leftovers.contain(rows.key())) {
                    check(rows.key(), RowValue.decode(rows.value()));
                }
            }
        }
        backups.values().forEach(this::check);
    }

    private void check(byte[] key, Item item) {
        Backup backup = backups.get(BackupKeys.backupOf(key));
        if (backup == null) {
            findings.violation("backup row %s: of no backup".formatted(StoreVerifier.text(key)));
            return;
        }
        counted.merge(backup.id(), Totals.difference(null, item), Totals::plus);
        byte[] place = BackupKeys.rowKeyOf(key, backup.source().id());
        if (!ItemCheck.isAtItsPlace(place, backup.source(), item)) {
            findings.violation(
                    "backup row %s: not where its key belongs".formatted(StoreVerifier.text(key)));
        }
        if (backup.status() == BackupStatus.CREATING && !isPassed(backup, place)) {
            findings.violation(
                    "backup row %s: ahead of its copy".formatted(StoreVerifier.text(key)));
        }
    }

    private boolean isPassed(Backup backup, byte[] place) {
        return copies.hasPassed(
                Backfill.ofBackup(backup.source().id(), backup.id()), RowKey.stored(place));
    }

    private void check(Backup backup) {
        switch (backup.status()) {
            case AVAILABLE -> checkTotals(backup);
            case CREATING -> checkHold(backup);
            case DELETED ->
                    findings.violation("backup %s: deleted and there".formatted(backup.key()));
        }
    }

    private void checkTotals(Backup backup) {
        Totals found = counted.getOrDefault(backup.id(), Totals.NONE);
        Totals stored = new Totals(backup.items(), backup.bytes());
        if (!found.equals(stored)) {
            findings.violation(
                    "backup %s: holds %s and counts %s".formatted(backup.key(), found, stored));
        }
    }

    private void checkHold(Backup backup) {
        Table table = tables.get(backup.source().id());
        TableHistory history = table == null ? null : table.past().history();
        HistoryHold hold = new HistoryHold(HistoryHold.Kind.BACKUP, backup.id(), backup.position());
        if (history == null || !history.holds().contains(hold)) {
            findings.violation(
                    "backup %s: is being made of what is not kept".formatted(backup.key()));
        }
    }
}
