package dev.millrace.engine.stream;

import dev.millrace.engine.keyspace.CorruptRowException;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/// The stored form of a stream record (docs/keyspace.md, "Stream record"): a fixed head, then the
/// canonical bytes of the keys and of the images that the view type shows.
///
/// @param expired whether time to live deleted the item
/// @param sizeBytes keys and images by DynamoDB's size formula
public record RecordRow(
        EventName eventName,
        boolean expired,
        int sizeBytes,
        Item keys,
        @Nullable Item newImage,
        @Nullable Item oldImage) {
    private static final byte FORMAT = 1;
    private static final int EXPIRED = 1;
    private static final int HEAD_BYTES = 3 + 4 * Integer.BYTES;
    private static final int ABSENT = -1;

    /// The row that holds the record.
    public byte[] encode() {
        int bytes = HEAD_BYTES + length(keys) + length(newImage) + length(oldImage);
        ByteBuffer row = ByteBuffer.allocate(bytes);
        row.put(FORMAT).put(code(eventName)).put((byte) (expired ? EXPIRED : 0)).putInt(sizeBytes);
        row.putInt(keys.bytes().length).putInt(head(newImage)).putInt(head(oldImage));
        row.put(keys.bytes());
        append(row, newImage);
        append(row, oldImage);
        return row.array();
    }

    /// The record that a row holds.
    ///
    /// @throws CorruptRowException if it holds none
    public static RecordRow decode(byte[] bytes) {
        if (bytes.length < HEAD_BYTES || bytes[0] != FORMAT) {
            throw new CorruptRowException("stream record has no known format byte");
        }
        ByteBuffer row = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        EventName eventName = eventName(row.get());
        boolean expired = (row.get() & EXPIRED) != 0;
        int sizeBytes = row.getInt();
        int keys = row.getInt();
        int newImage = row.getInt();
        int oldImage = row.getInt();
        return new RecordRow(
                eventName,
                expired,
                sizeBytes,
                take(row, keys),
                newImage == ABSENT ? null : take(row, newImage),
                oldImage == ABSENT ? null : take(row, oldImage));
    }

    private static Item take(ByteBuffer row, int length) {
        if (length < 0 || length > row.remaining()) {
            throw new CorruptRowException("stream record has a length beyond its end");
        }
        byte[] item = new byte[length];
        row.get(item);
        return Item.encoded(item);
    }

    private static void append(ByteBuffer row, @Nullable Item image) {
        if (image != null) {
            row.put(image.bytes());
        }
    }

    private static int length(@Nullable Item image) {
        return image == null ? 0 : image.bytes().length;
    }

    private static int head(@Nullable Item image) {
        return image == null ? ABSENT : image.bytes().length;
    }

    private static byte code(EventName eventName) {
        return switch (eventName) {
            case INSERT -> (byte) 'I';
            case MODIFY -> (byte) 'M';
            case REMOVE -> (byte) 'R';
        };
    }

    private static EventName eventName(byte code) {
        return switch (code) {
            case 'I' -> EventName.INSERT;
            case 'M' -> EventName.MODIFY;
            case 'R' -> EventName.REMOVE;
            default -> throw new CorruptRowException("stream record has an unknown event");
        };
    }
}
