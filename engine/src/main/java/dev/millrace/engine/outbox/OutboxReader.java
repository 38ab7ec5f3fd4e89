package dev.millrace.engine.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.catalog.KinesisDestination;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.OutboxKeys;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.stream.RecordRow;
import dev.millrace.model.destination.DestinationRecord;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;
import dev.millrace.store.tuple.TupleWriter;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Reads outboxes, page by page.
public final class OutboxReader {
    private static final long MICROS_A_MILLI = 1_000;
    private static final long COUNTER_MASK = (1L << HybridClock.COUNTER_BITS) - 1;

    private final Reader store;
    private final String region;

    /// Reads from `store`; records show `region`.
    public OutboxReader(Reader store, String region) {
        this.store = store;
        this.region = region;
    }

    /// The changes whose position is greater than `after`, in their order.
    ///
    /// @param recordsMax the most records
    /// @param bytesMax the most stored bytes; the first record is read whatever its size
    public List<DestinationRecord> read(
            KinesisDestination destination, long after, int recordsMax, long bytesMax) {
        List<DestinationRecord> records = new ArrayList<>();
        long bytes = 0;
        try (Cursor cursor = scan(destination.id(), after)) {
            while (records.size() < recordsMax && cursor.next()) {
                byte[] value = cursor.value();
                bytes += value.length;
                if (!records.isEmpty() && bytes > bytesMax) {
                    break;
                }
                long position = OutboxKeys.positionOf(cursor.key());
                records.add(record(destination, position, RecordRow.decode(value)));
            }
        }
        return records;
    }

    /// The position of the first change that is greater than `after`; null if there is none.
    public @Nullable Long firstBehind(int destinationId, long after) {
        try (Cursor cursor = scan(destinationId, after)) {
            return cursor.next() ? OutboxKeys.positionOf(cursor.key()) : null;
        }
    }

    /// The number of changes whose position is greater than `after`, counted up to `max`.
    public long countBehind(int destinationId, long after, long max) {
        long count = 0;
        try (Cursor cursor = scan(destinationId, after)) {
            while (count < max && cursor.next()) {
                count++;
            }
        }
        return count;
    }

    /// When a change was committed, in microseconds since 1970: the millisecond of its position,
    /// and as microseconds its number among the changes of that millisecond. So later changes of
    /// one item never show an earlier time.
    static long micros(long position) {
        return HybridClock.millis(position) * MICROS_A_MILLI
                + Math.min(position & COUNTER_MASK, MICROS_A_MILLI - 1);
    }

    private Cursor scan(int destinationId, long after) {
        KeyRange range = OutboxKeys.after(destinationId, after);
        return store.scan(Keyspace.OUTBOX, range, Direction.ASCENDING);
    }

    private DestinationRecord record(KinesisDestination destination, long position, RecordRow row) {
        return new DestinationRecord(
                position,
                eventId(destination, position),
                row.eventName(),
                region,
                destination.tableName(),
                micros(position),
                row.keys(),
                row.newImage(),
                row.oldImage(),
                row.sizeBytes(),
                row.expired());
    }

    // Follows from the change, so that who gets a record twice can tell.
    private static String eventId(KinesisDestination destination, long position) {
        byte[] name =
                new TupleWriter()
                        .bytes(destination.tableUuid().getBytes(UTF_8))
                        .uint32(destination.id())
                        .uint64(position)
                        .toByteArray();
        return UUID.nameUUIDFromBytes(name).toString();
    }
}
