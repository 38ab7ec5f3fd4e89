package dev.millrace.engine.stream;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;
import dev.millrace.store.tuple.TupleReader;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Reads the records of one shard, page by page.
public final class StreamReader {
    /// The most records in one page.
    public static final int PAGE_RECORDS_MAX = 1_000;

    /// The most bytes in one page, by the records' `SizeBytes`; the first record is delivered
    /// whatever its size.
    public static final int PAGE_BYTES_MAX = 1 << 20;

    private static final int SHARD_PREFIX_BYTES = 2 * Integer.BYTES;

    private final Reader store;
    private final String region;

    /// Reads from `store`; records show `region`.
    public StreamReader(Reader store, String region) {
        this.store = store;
        this.region = region;
    }

    /// A page of records.
    ///
    /// @param lastPosition the position of the last record, or the one that was read from if there
    ///   is none
    /// @param reachedEnd whether the shard held no further record
    public record Page(List<StreamRecord> records, long lastPosition, boolean reachedEnd) {}

    /// Reads up to `limit` records whose position is greater than `position`.
    public Page read(Stream stream, Shard shard, long position, int limit) {
        List<StreamRecord> records = new ArrayList<>();
        long last = position;
        long bytes = 0;
        KeyRange range = Keyspace.recordsAfter(shard.streamId(), shard.number(), position);
        try (Cursor cursor = store.scan(Keyspace.RECORDS, range, Direction.ASCENDING)) {
            while (cursor.next()) {
                RecordRow row = RecordRow.decode(cursor.value());
                bytes += row.sizeBytes();
                if (records.size() == limit || (!records.isEmpty() && bytes > PAGE_BYTES_MAX)) {
                    return new Page(records, last, false);
                }
                last = positionOf(cursor.key());
                records.add(record(stream, shard, last, row));
            }
        }
        return new Page(records, last, true);
    }

    /// The position of the first record that is greater than `position`, or null if there is none.
    public @Nullable Long firstBehind(Shard shard, long position) {
        KeyRange range = Keyspace.recordsAfter(shard.streamId(), shard.number(), position);
        try (Cursor cursor = store.scan(Keyspace.RECORDS, range, Direction.ASCENDING)) {
            return cursor.next() ? positionOf(cursor.key()) : null;
        }
    }

    /// The number of records whose position is greater than `position`, counted up to `max`.
    public long countBehind(Shard shard, long position, long max) {
        KeyRange range = Keyspace.recordsAfter(shard.streamId(), shard.number(), position);
        long count = 0;
        try (Cursor cursor = store.scan(Keyspace.RECORDS, range, Direction.ASCENDING)) {
            while (count < max && cursor.next()) {
                count++;
            }
        }
        return count;
    }

    /// Whether the shard has a record between two positions, both exclusive.
    public boolean hasBetween(Shard shard, long after, long before) {
        KeyRange range =
                KeyRange.of(
                        Keyspace.recordKey(shard.streamId(), shard.number(), after + 1),
                        Keyspace.recordKey(shard.streamId(), shard.number(), before));
        try (Cursor cursor = store.scan(Keyspace.RECORDS, range, Direction.ASCENDING)) {
            return cursor.next();
        }
    }

    /// The position of the first or the last record of a shard, or null if it has none.
    public @Nullable Long endOf(Shard shard, Direction direction) {
        KeyRange range = Keyspace.recordsAfter(shard.streamId(), shard.number(), -1);
        try (Cursor cursor = store.scan(Keyspace.RECORDS, range, direction)) {
            return cursor.next() ? positionOf(cursor.key()) : null;
        }
    }

    private StreamRecord record(Stream stream, Shard shard, long position, RecordRow row) {
        return new StreamRecord(
                EventId.format(stream.id(), shard.number(), position),
                row.eventName(),
                region,
                HybridClock.millis(position) / 1_000,
                row.keys(),
                row.newImage(),
                row.oldImage(),
                SequenceNumber.format(shard, position),
                row.sizeBytes(),
                stream.viewType(),
                row.expired());
    }

    private static long positionOf(byte[] key) {
        TupleReader tuple = new TupleReader(key);
        tuple.raw(SHARD_PREFIX_BYTES);
        return tuple.uint64();
    }
}
