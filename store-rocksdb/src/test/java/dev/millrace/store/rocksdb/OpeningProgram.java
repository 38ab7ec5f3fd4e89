package dev.millrace.store.rocksdb;

import dev.millrace.store.StoreLockedException;

import java.nio.file.Path;
import java.util.List;

/// A process that opens the store in the directory it is given, and tells by its exit code whether
/// it could.
final class OpeningProgram {

    static final int OPENED = 10;
    static final int LOCKED = 11;

    private OpeningProgram() {}

    public static void main(String[] arguments) {
        try (RocksDbStore _ = RocksDbStore.open(Path.of(arguments[0]), List.of(), 1 << 20)) {
            System.exit(OPENED);
        } catch (StoreLockedException _) {
            System.exit(LOCKED);
        }
    }
}
