package dev.millrace.store.rocksdb;

import dev.millrace.store.Store;
import dev.millrace.store.StoreOptions;
import dev.millrace.store.StoreProvider;

import java.nio.file.Path;

/// The provider called `rocksdb`.
public final class RocksDbStoreProvider implements StoreProvider {

    @Override
    public String name() {
        return "rocksdb";
    }

    @Override
    public Store open(StoreOptions options) {
        return RocksDbStore.open(directory(options), options.families(), options.memory());
    }

    @Override
    public Store openForReading(StoreOptions options) {
        return RocksDbStore.openForReading(
                directory(options), options.families(), options.memory());
    }

    private static Path directory(StoreOptions options) {
        Path directory = options.directory();
        if (directory == null) {
            throw new IllegalArgumentException("the store on RocksDB needs a directory");
        }
        return directory;
    }
}
