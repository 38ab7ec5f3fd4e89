package dev.millrace.engine.verify;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Leftover;
import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.stream.RecordRow;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;
import dev.millrace.store.tuple.TupleReader;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/// Stream records: each belongs to a shard, lies between its beginning and its end, and is whole.
final class RecordCheck {
    private final Reader store;
    private final CatalogState catalog;
    private final long position;
    private final Findings findings;
    private final Set<Leftover> leftovers;

    /// @param position the last position of the log whose commit is in the store
    RecordCheck(Reader store, CatalogState catalog, long position, Findings findings) {
        this.store = store;
        this.catalog = catalog;
        this.position = position;
        this.findings = findings;
        this.leftovers = new HashSet<>(catalog.leftovers());
    }

    void run() {
        try (Cursor rows = store.scan(Keyspace.RECORDS, KeyRange.all(), Direction.ASCENDING)) {
            while (rows.next()) {
                check(rows.key(), rows.value());
            }
        }
        catalog.streams().forEach(stream -> stream.shards().forEach(this::checkEnd));
    }

    private void check(byte[] key, byte[] value) {
        findings.looked("stream records", 1);
        TupleReader tuple = new TupleReader(key);
        int streamId = (int) tuple.uint32();
        int number = (int) tuple.uint32();
        Shard shard = catalog.stream(streamId).flatMap(found -> found.find(number)).orElse(null);
        if (shard != null) {
            check(key, shard, tuple.uint64(), RecordRow.decode(value));
        } else if (!leftovers.contains(new Leftover(streamId, number))
                && !leftovers.contains(new Leftover(streamId, Leftover.ALL_SHARDS))) {
            findings.violation("record %s: of no shard".formatted(StoreVerifier.text(key)));
        }
    }

    private void check(byte[] key, Shard shard, long at, RecordRow row) {
        Long end = shard.endingPosition();
        boolean isInside =
                at > shard.startingPosition() && at <= position && (end == null || at <= end);
        if (!isInside) {
            findings.violation("record %s: outside its shard".formatted(StoreVerifier.text(key)));
        }
        int size = row.keys().sizeBytes() + size(row.newImage()) + size(row.oldImage());
        if (size != row.sizeBytes()) {
            findings.violation("record %s: of another size".formatted(StoreVerifier.text(key)));
        }
    }

    // Records at the front may have been trimmed; the last one of a shard goes with the shard.
    private void checkEnd(Shard shard) {
        Long end = shard.endingPosition();
        if (shard.firstPosition() == null || end == null || isTrimmed(shard, end)) {
            return;
        }
        byte[] last = Keyspace.recordKey(shard.streamId(), shard.number(), end);
        if (store.get(Keyspace.RECORDS, last) == null) {
            findings.violation("shard %s: its last record is missing".formatted(shard.shardId()));
        }
    }

    private boolean isTrimmed(Shard shard, long end) {
        StreamShards stream = catalog.stream(shard.streamId()).orElseThrow();
        return stream.stream().life().trimmedBefore() > end;
    }

    private static int size(@Nullable Item image) {
        return image == null ? 0 : image.sizeBytes();
    }
}
