package dev.millrace.store.rocksdb;

import com.sun.management.OperatingSystemMXBean;

import dev.millrace.store.Store;
import dev.millrace.store.StoreOptions;
import dev.millrace.store.StoreProvider;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/// The provider called `rocksdb`. The block cache takes an eighth of the memory of the machine or
/// container, within {@link #BLOCK_CACHE_BYTES_MIN} and {@link #BLOCK_CACHE_BYTES_MAX}.
public final class RocksDbStoreProvider implements StoreProvider {

    /// The smallest block cache: 64 MiB.
    public static final long BLOCK_CACHE_BYTES_MIN = 64L << 20;

    /// The largest block cache: 1 GiB.
    public static final long BLOCK_CACHE_BYTES_MAX = 1L << 30;

    private static final int MEMORY_SHARE = 8;

    @Override
    public String name() {
        return "rocksdb";
    }

    @Override
    public Store open(StoreOptions options) {
        return RocksDbStore.open(directory(options), options.families(), blockCacheBytes());
    }

    @Override
    public Store openForReading(StoreOptions options) {
        return RocksDbStore.openForReading(
                directory(options), options.families(), blockCacheBytes());
    }

    private static Path directory(StoreOptions options) {
        Path directory = options.directory();
        if (directory == null) {
            throw new IllegalArgumentException("the store on RocksDB needs a directory");
        }
        return directory;
    }

    private static long blockCacheBytes() {
        long memoryBytes =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getTotalMemorySize();
        return Math.clamp(memoryBytes / MEMORY_SHARE, BLOCK_CACHE_BYTES_MIN, BLOCK_CACHE_BYTES_MAX);
    }
}
