package dev.millrace.engine.stream;

import dev.millrace.model.stream.StreamRecord;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The traffic of every stream and shard that has had some.
///
/// Looked into once for each record, so by open addressing in an array that never changes: looking
/// locks and allocates nothing. A new shard, which is rare, replaces the array.
public final class TrafficTable {
    private static final int SIZE_MIN = 16;
    private static final int SPREAD = 0x9E3779B9;

    private volatile @Nullable Entry[] entries = new Entry[SIZE_MIN];

    private record Entry(Place place, int streamId, int shardNumber, Traffic traffic) {}

    /// Counts a record that is being added to a shard.
    void in(int streamId, int shardNumber, int bytes) {
        of(streamId, shardNumber).in(bytes);
        of(streamId, Place.SHARDS).in(bytes);
    }

    /// Counts records that were read from a shard.
    public void out(Place shard, List<StreamRecord> records) {
        if (!records.isEmpty()) {
            of(shard.streamId(), shard.shardNumber()).out(records);
            of(shard.streamId(), Place.SHARDS).out(records);
        }
    }

    /// What has been counted for a shard or, by [Place#shardsOf], for a whole stream.
    public Traffic.Counts counts(Place place) {
        Entry entry = find(entries, place.streamId(), place.shardNumber());
        return entry == null ? new Traffic.Counts(0, 0, 0, 0) : entry.traffic().counts();
    }

    /// Forgets what has been counted for places that are not `kept`.
    public synchronized void retain(Predicate<Place> kept) {
        entries = tableOf(stream().filter(entry -> kept.test(entry.place())).toList());
    }

    private Traffic of(int streamId, int shardNumber) {
        Entry known = find(entries, streamId, shardNumber);
        return known == null ? add(streamId, shardNumber) : known.traffic();
    }

    private synchronized Traffic add(int streamId, int shardNumber) {
        Entry known = find(entries, streamId, shardNumber);
        if (known != null) {
            return known.traffic();
        }
        Place place = new Place(streamId, shardNumber);
        Entry added = new Entry(place, streamId, shardNumber, new Traffic());
        entries = tableOf(Stream.concat(stream(), Stream.of(added)).toList());
        return added.traffic();
    }

    private Stream<Entry> stream() {
        return Stream.of(entries).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    // At least half of the table is free, so every search ends soon.
    private static @Nullable Entry[] tableOf(List<Entry> content) {
        int size = Math.max(SIZE_MIN, Integer.highestOneBit(content.size()) * 4);
        @Nullable Entry[] table = new Entry[size];
        for (Entry entry : content) {
            table[slot(table, entry.streamId(), entry.shardNumber())] = entry;
        }
        return table;
    }

    private static @Nullable Entry find(@Nullable Entry[] table, int streamId, int shardNumber) {
        return table[slot(table, streamId, shardNumber)];
    }

    // Where the entry is, or would have to be.
    private static int slot(@Nullable Entry[] table, int streamId, int shardNumber) {
        int hash = (streamId * 31 + shardNumber) * SPREAD;
        int mask = table.length - 1;
        int slot = (hash ^ (hash >>> 16)) & mask;
        Entry entry = table[slot];
        while (entry != null
                && (entry.streamId() != streamId || entry.shardNumber() != shardNumber)) {
            slot = (slot + 1) & mask;
            entry = table[slot];
        }
        return slot;
    }
}
