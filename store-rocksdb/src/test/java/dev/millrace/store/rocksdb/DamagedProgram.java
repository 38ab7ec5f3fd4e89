package dev.millrace.store.rocksdb;

import static dev.millrace.store.contract.Texts.bytes;

import dev.millrace.store.Durability;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.contract.StoreSubject;

import java.nio.file.Path;

/// A process that leaves rows in files and in the log of the store in the directory it is given,
/// and ends without closing it.
final class DamagedProgram {

    static final int ROWS_WRITTEN = 400;

    /// As often as that a text of eight bytes or more is repeated, it is kept beside the files.
    private static final int LARGE = (int) FamilyOptions.OUTLYING_BYTES_MIN / 8;

    private DamagedProgram() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        // What is in the log when a store is opened becomes a file.
        try (RocksDbStore store = open(directory)) {
            write(store, 0, ROWS_WRITTEN / 2);
        }
        write(open(directory), ROWS_WRITTEN / 2, ROWS_WRITTEN);
        Runtime.getRuntime().halt(WritingProgram.ENDED);
    }

    private static RocksDbStore open(Path directory) {
        return RocksDbStore.open(directory, StoreSubject.FAMILIES, 1 << 20);
    }

    private static void write(RocksDbStore store, int from, int to) {
        for (int i = from; i < to; i++) {
            byte[] key = bytes("%04d".formatted(i));
            byte[] value = bytes("value %d ".formatted(i).repeat(20));
            byte[] large = bytes("value %d ".formatted(i).repeat(LARGE));
            store.write(
                    new WriteBatch()
                            .put(StoreSubject.ROWS, key, value)
                            .put(StoreSubject.RECORDS, key, value)
                            .put(StoreSubject.PASSING, key, large),
                    Durability.SYNC);
        }
    }
}
