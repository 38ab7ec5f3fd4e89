package dev.millrace.engine.verify;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.engine.stream.RecordRow;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Reader;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A table against its stream: the latest record of each key tells the item as it is.
///
/// Shards are read backwards, children before their parents, so the first record of a key that is
/// met is its latest one.
final class LatestRecordCheck {
    /// How many keys of a table are remembered; older records are then left out.
    static final int KEYS_MAX = 2_000_000;

    private final Reader store;
    private final CatalogState catalog;
    private final Findings findings;
    private final Set<RowKey> seen = new HashSet<>();

    LatestRecordCheck(Reader store, CatalogState catalog, Findings findings) {
        this.store = store;
        this.catalog = catalog;
        this.findings = findings;
    }

    void run(Table table) {
        StreamShards stream = catalog.latestStreamOf(table);
        if (stream == null || stream.stream().status() != StreamStatus.ENABLED) {
            return;
        }
        List<Shard> latestFirst =
                stream.shards().stream()
                        .sorted(Comparator.comparingLong(Shard::startingPosition).reversed())
                        .toList();
        latestFirst.forEach(shard -> check(table, stream, shard));
        findings.looked("keys compared with their latest record", seen.size());
    }

    private void check(Table table, StreamShards stream, Shard shard) {
        try (Cursor rows =
                store.scan(
                        Keyspace.RECORDS,
                        Keyspace.recordsOf(shard.streamId(), shard.number()),
                        Direction.DESCENDING)) {
            while (seen.size() < KEYS_MAX && rows.next()) {
                RecordRow row = RecordRow.decode(rows.value());
                RowKey key =
                        RowKey.of(table.id(), ItemKeys.ofStored(table.keySchema(), row.keys()));
                if (seen.add(key)) {
                    check(table, stream.stream().viewType().showsNewImage(), key, row);
                }
            }
        }
    }

    private void check(Table table, boolean showsNewImage, RowKey key, RecordRow row) {
        byte[] found = store.get(Keyspace.ITEMS, key.bytes());
        Item item = found == null ? null : RowValue.decode(found);
        boolean isRemoved = row.eventName() == EventName.REMOVE;
        boolean agrees =
                isRemoved
                        ? item == null
                        : item != null && (!showsNewImage || Objects.equals(item, row.newImage()));
        if (!agrees) {
            findings.violation(
                    "table %s: item row %s is not what its latest record tells"
                            .formatted(table.name(), StoreVerifier.text(key.bytes())));
        }
    }
}
