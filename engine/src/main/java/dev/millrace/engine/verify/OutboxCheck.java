package dev.millrace.engine.verify;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.KinesisDestination;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.OutboxKeys;
import dev.millrace.engine.stream.RecordRow;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/// Kinesis destinations and their outboxes: no table has two destinations that are live, and each
/// row of an outbox is a whole change that its destination has taken.
final class OutboxCheck {
    private final Reader store;
    private final CatalogState catalog;
    private final long position;
    private final Findings findings;

    /// @param position the last position of the log whose commit is in the store
    OutboxCheck(Reader store, CatalogState catalog, long position, Findings findings) {
        this.store = store;
        this.catalog = catalog;
        this.position = position;
        this.findings = findings;
    }

    void run() {
        checkDestinations();
        try (Cursor rows = store.scan(Keyspace.OUTBOX, KeyRange.all(), Direction.ASCENDING)) {
            while (rows.next()) {
                check(rows.key(), rows.value());
            }
        }
    }

    private void checkDestinations() {
        Set<Integer> tables = new HashSet<>();
        for (KinesisDestination destination : catalog.destinations().all()) {
            findings.looked("Kinesis destinations", 1);
            if (destination.id() > catalog.counters().lastDestinationId()) {
                findings.violation(
                        "Kinesis destination %d: its id was never given out"
                                .formatted(destination.id()));
            }
            if (destination.isLive() && !tables.add(destination.tableId())) {
                findings.violation(
                        "Kinesis destination %d: its table has another one"
                                .formatted(destination.id()));
            }
        }
    }

    private void check(byte[] key, byte[] value) {
        findings.looked("outbox rows", 1);
        KinesisDestination destination =
                catalog.destinations().find(OutboxKeys.destinationOf(key)).orElse(null);
        if (destination == null || !destination.hasOutbox()) {
            findings.violation(
                    "outbox row %s: of no destination".formatted(StoreVerifier.text(key)));
        }
        if (OutboxKeys.positionOf(key) > position) {
            findings.violation("outbox row %s: of no commit".formatted(StoreVerifier.text(key)));
        }
        RecordRow row = RecordRow.decode(value);
        int size = row.keys().sizeBytes() + size(row.newImage()) + size(row.oldImage());
        if (size != row.sizeBytes() || hasWrongImages(row)) {
            findings.violation(
                    "outbox row %s: not a change of an item".formatted(StoreVerifier.text(key)));
        }
    }

    private static boolean hasWrongImages(RecordRow row) {
        return switch (row.eventName()) {
            case INSERT -> row.newImage() == null || row.oldImage() != null;
            case MODIFY -> row.newImage() == null || row.oldImage() == null;
            case REMOVE -> row.newImage() != null || row.oldImage() == null;
        };
    }

    private static int size(@Nullable Item image) {
        return image == null ? 0 : image.sizeBytes();
    }
}
