package dev.millrace.store.rocksdb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// One file of RocksDB's log, read for damage alone.
///
/// The file is a sequence of blocks of 32 KiB, a block one of fragments: checksum `u32`, length
/// `u16`, type `u8`, all little-endian, then the payload (source: RocksDB's wiki, "Write Ahead Log
/// File Format"). A record is one fragment of type 1, or one of type 2 and those behind it.
final class LogBlocks {

    private static final int BLOCK_BYTES = 32 * 1024;
    private static final int HEADER_BYTES = 7;
    private static final int TYPE_OFFSET = 6;
    private static final int FULL = 1;
    private static final int FIRST = 2;
    private static final int MASK_DELTA = 0xa282ead8;

    private final ByteBuffer bytes;

    /// What a file looks like.
    ///
    /// @param beginsRecord whether any whole fragment in it begins a record
    record Finding(LogTail tail, boolean beginsRecord) {}

    LogBlocks(ByteBuffer bytes) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    Finding look() {
        boolean begins = false;
        int at = 0;
        while (at < bytes.capacity()) {
            at = atHeader(at);
            int end = endOfFragment(at);
            if (end < 0) {
                return new Finding(tailBehind(at), begins);
            }
            begins |= beginsRecord(at);
            at = end;
        }
        return new Finding(LogTail.WHOLE, begins);
    }

    // Behind the damage every place is tried, since the length of a damaged fragment says nothing.
    private LogTail tailBehind(int damage) {
        for (int at = damage + 1; at < bytes.capacity(); at++) {
            if (atHeader(at) == at && beginsRecord(at) && endOfFragment(at) >= 0) {
                return LogTail.HOLED;
            }
        }
        return LogTail.TORN;
    }

    // A block has no room for another header in its last bytes.
    private static int atHeader(int at) {
        int left = BLOCK_BYTES - at % BLOCK_BYTES;
        return left < HEADER_BYTES ? at + left : at;
    }

    // -1 if there is no whole fragment.
    private int endOfFragment(int at) {
        if (at + HEADER_BYTES > bytes.capacity()) {
            return at >= bytes.capacity() ? at : -1;
        }
        int length = bytes.getShort(at + Integer.BYTES) & 0xFFFF;
        int end = at + HEADER_BYTES + length;
        boolean fits =
                end <= bytes.capacity() && at % BLOCK_BYTES + HEADER_BYTES + length <= BLOCK_BYTES;
        return fits && bytes.getInt(at) == checksum(at, length) ? end : -1;
    }

    private boolean beginsRecord(int at) {
        if (at + HEADER_BYTES > bytes.capacity()) {
            return false;
        }
        int type = bytes.get(at + TYPE_OFFSET);
        return type == FULL || type == FIRST;
    }

    private int checksum(int at, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(at + TYPE_OFFSET, 1 + length));
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
    }
}
