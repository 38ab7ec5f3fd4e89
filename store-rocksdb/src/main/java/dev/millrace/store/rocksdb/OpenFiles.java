package dev.millrace.store.rocksdb;

import com.sun.management.UnixOperatingSystemMXBean;

import java.lang.management.ManagementFactory;

/// How many files a database keeps open at a time. Streams of many shards make many files, and the
/// process needs most of what it may have open for connections.
final class OpenFiles {

    private static final int SHARE = 8;
    private static final int FEWEST = 128;
    private static final int MOST = 100_000;

    /// What RocksDB takes for as many as there are.
    private static final int ALL = -1;

    private OpenFiles() {}

    /// An eighth of what the system allows the process, or -1 for all where nothing is known of
    /// such a limit. What is beyond is opened when it is read.
    static int max() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean unix
                ? Math.clamp(unix.getMaxFileDescriptorCount() / SHARE, FEWEST, MOST)
                : ALL;
    }
}
