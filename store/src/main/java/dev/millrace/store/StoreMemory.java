package dev.millrace.store;

/// The memory outside of the Java heap that a store may take up.
///
/// @param cacheBytes what was read from files and is kept, over all families
/// @param writeBufferBytes what was written and is not in files yet, over all families; besides, as
///   much may be on its way to a file
public record StoreMemory(long cacheBytes, long writeBufferBytes) {

    /// The least cache: 16 MiB.
    public static final long CACHE_BYTES_MIN = 16L << 20;

    /// The least write buffers: 16 MiB.
    public static final long WRITE_BUFFER_BYTES_MIN = 16L << 20;

    /// Beyond this more cache is for whoever asks for it: 1 GiB.
    private static final long CACHE_BYTES_MAX = 1L << 30;

    /// Beyond this write buffers make a start after a crash longer, and writing no faster: 256 MiB.
    private static final long WRITE_BUFFER_BYTES_MAX = 256L << 20;

    private static final int CACHE_SHARE = 8;
    private static final int WRITE_BUFFER_SHARE = 16;

    public StoreMemory {
        if (cacheBytes < 0 || writeBufferBytes < 0) {
            throw new IllegalArgumentException("memory cannot be less than nothing");
        }
    }

    /// What suits a machine or container with so much memory: an eighth of it as cache and a
    /// sixteenth for write buffers, neither beyond what is of use.
    public static StoreMemory suiting(long machineBytes) {
        return new StoreMemory(
                Math.clamp(machineBytes / CACHE_SHARE, CACHE_BYTES_MIN, CACHE_BYTES_MAX),
                Math.clamp(
                        machineBytes / WRITE_BUFFER_SHARE,
                        WRITE_BUFFER_BYTES_MIN,
                        WRITE_BUFFER_BYTES_MAX));
    }
}
