package dev.millrace.triggers.function.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// The directory at the end of a zip archive, read for what Java's own reader does not tell: the
/// permissions and kinds that Unix gave to the entries (source: PKWARE's APPNOTE, sections 4.3.12
/// and 4.3.16).
final class ArchiveDirectory {
    /// The most entries of an archive; one of Lambda's size with more has hardly any content.
    static final int ENTRIES_MAX = 65_534;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int COMMENT_BYTES_MAX = 0xFFFF;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int MADE_BY_UNIX = 3;

    private ArchiveDirectory() {}

    /// Reads all entries.
    ///
    /// @throws dev.millrace.model.error.ApiException if the bytes are no archive
    static List<ArchiveEntry> read(byte[] archive) {
        ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int end = end(bytes);
            int count = Short.toUnsignedInt(bytes.getShort(end + 10));
            if (count > ENTRIES_MAX) {
                throw CodeErrors.broken("too many entries");
            }
            bytes.position(bytes.getInt(end + 16));
            List<ArchiveEntry> entries = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                entries.add(entry(bytes));
            }
            return entries;
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException _) {
            throw CodeErrors.broken("its directory is damaged");
        }
    }

    // The end record is the last thing but for a comment.
    private static int end(ByteBuffer bytes) {
        int lowest = Math.max(0, bytes.limit() - END_BYTES - COMMENT_BYTES_MAX);
        for (int at = bytes.limit() - END_BYTES; at >= lowest; at--) {
            if (bytes.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw CodeErrors.broken("it has no directory");
    }

    private static ArchiveEntry entry(ByteBuffer bytes) {
        int begin = bytes.position();
        if (bytes.getInt(begin) != ENTRY_SIGNATURE) {
            throw CodeErrors.broken("its directory is damaged");
        }
        int madeBy = bytes.get(begin + 5);
        byte[] name = new byte[Short.toUnsignedInt(bytes.getShort(begin + 28))];
        int rest =
                Short.toUnsignedInt(bytes.getShort(begin + 30))
                        + Short.toUnsignedInt(bytes.getShort(begin + 32));
        int mode = madeBy == MADE_BY_UNIX ? bytes.getInt(begin + 38) >>> 16 : 0;
        bytes.position(begin + 46);
        bytes.get(name);
        bytes.position(bytes.position() + rest);
        return new ArchiveEntry(new String(name, UTF_8), mode);
    }
}
