package dev.millrace.store.rocksdb;

import static dev.millrace.store.contract.Texts.bytes;

import dev.millrace.store.Durability;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.contract.StoreSubject;

import java.nio.file.Path;

/// A process that writes batches to the store in the directory it is given, and ends without
/// closing anything.
final class WritingProgram {

    static final int BATCHES = 100;
    static final int ENDED = 12;

    private WritingProgram() {}

    public static void main(String[] arguments) {
        RocksDbStore store =
                RocksDbStore.open(Path.of(arguments[0]), StoreSubject.FAMILIES, 1 << 20);
        Durability durability = Durability.valueOf(arguments[1]);
        for (int i = 0; i < BATCHES; i++) {
            byte[] key = bytes("%03d".formatted(i));
            store.write(
                    new WriteBatch()
                            .put(StoreSubject.ROWS, key, key)
                            .put(StoreSubject.RECORDS, key, key),
                    durability);
        }
        Runtime.getRuntime().halt(ENDED);
    }
}
