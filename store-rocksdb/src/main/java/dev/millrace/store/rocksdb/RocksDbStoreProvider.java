package dev.millrace.store.rocksdb;

import com.sun.management.OperatingSystemMXBean;

import dev.millrace.store.Store;
import dev.millrace.store.StoreMemory;
import dev.millrace.store.StoreOptions;
import dev.millrace.store.StoreProvider;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/// The provider called `rocksdb`.
public final class RocksDbStoreProvider implements StoreProvider {

    @Override
    public String name() {
        return "rocksdb";
    }

    @Override
    public Store open(StoreOptions options) {
        return RocksDbStore.open(directory(options), options.families(), memory(options));
    }

    @Override
    public Store openForReading(StoreOptions options) {
        return RocksDbStore.openForReading(directory(options), options.families(), memory(options));
    }

    /// What suits this machine, or the container that the process runs in.
    static StoreMemory memoryOfMachine() {
        return StoreMemory.suiting(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getTotalMemorySize());
    }

    private static StoreMemory memory(StoreOptions options) {
        StoreMemory memory = options.memory();
        return memory == null ? memoryOfMachine() : memory;
    }

    private static Path directory(StoreOptions options) {
        Path directory = options.directory();
        if (directory == null) {
            throw new IllegalArgumentException("the store on RocksDB needs a directory");
        }
        return directory;
    }
}
