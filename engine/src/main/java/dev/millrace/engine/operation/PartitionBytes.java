package dev.millrace.engine.operation;

import java.util.List;

/// How many bytes one call has read from each partition of a table.
final class PartitionBytes {
    private final List<Long> partitions;
    private final long[] bytes;

    /// @param partitions where in the unsigned hash space each begins, ascending from zero
    PartitionBytes(List<Long> partitions) {
        this.partitions = partitions;
        this.bytes = new long[partitions.size()];
    }

    /// The bytes read so far from the partition that a hash belongs to.
    long of(long hash) {
        return bytes[partitionOf(hash)];
    }

    void add(long hash, int more) {
        bytes[partitionOf(hash)] += more;
    }

    private int partitionOf(long hash) {
        int partition = partitions.size() - 1;
        while (partition > 0 && Long.compareUnsigned(partitions.get(partition), hash) > 0) {
            partition--;
        }
        return partition;
    }
}
