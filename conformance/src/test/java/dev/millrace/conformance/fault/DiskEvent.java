package dev.millrace.conformance.fault;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One entry of the journal that a recorded process leaves (`src/test/native/disk.c`).
sealed interface DiskEvent {
    int HEAD_BYTES = 17;

    record Created(int file, String name) implements DiskEvent {}

    // Never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Written(int file, long offset, byte[] bytes) implements DiskEvent {}

    record Synced(int file) implements DiskEvent {}

    record Truncated(int file, long length) implements DiskEvent {}

    record Renamed(String from, String to) implements DiskEvent {}

    record Unlinked(String name) implements DiskEvent {}

    record DirectorySynced() implements DiskEvent {}

    /// The next entry; nothing at the end, which may be in the middle of one.
    static Optional<DiskEvent> read(DataInputStream journal) throws IOException {
        try {
            byte[] head = new byte[HEAD_BYTES];
            journal.readFully(head);
            ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            int type = fields.get();
            int file = fields.getInt();
            long offset = fields.getLong();
            byte[] bytes = new byte[fields.getInt()];
            journal.readFully(bytes);
            return Optional.of(of(type, file, offset, bytes));
        } catch (EOFException _) {
            return Optional.empty();
        }
    }

    private static DiskEvent of(int type, int file, long offset, byte[] bytes) {
        return switch (type) {
            case 1 -> new Created(file, text(bytes));
            case 2 -> new Written(file, offset, bytes);
            case 3 -> new Synced(file);
            case 4 -> new Truncated(file, offset);
            case 5 -> {
                String[] names = text(bytes).split("\n", 2);
                yield new Renamed(names[0], names[1]);
            }
            case 6 -> new Unlinked(text(bytes));
            case 7 -> new DirectorySynced();
            default -> throw new IllegalStateException("no entry of the journal is a " + type);
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
