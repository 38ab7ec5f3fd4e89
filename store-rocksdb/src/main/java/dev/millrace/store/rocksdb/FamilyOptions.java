package dev.millrace.store.rocksdb;

import dev.millrace.store.Family;
import dev.millrace.store.StoreMemory;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionPriority;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksObject;
import org.rocksdb.SstPartitionerFixedPrefixFactory;

import java.util.ArrayDeque;
import java.util.Deque;

/// How RocksDB lays out and caches the families of a store: native option objects, to be closed
/// after the database.
final class FamilyOptions implements AutoCloseable {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    /// The largest write buffer of one family; full, it becomes a file.
    private static final long WRITE_BUFFER_BYTES = 64 * MIB;

    private static final double BLOOM_BITS_PER_KEY = 10;
    private static final double WRITE_BUFFER_BLOOM_SHARE = 0.02;
    private static final long ROWS_BLOCK_BYTES = 8 * KIB;

    /// So many write buffers are merged at a time into the first sorted level, whose parts they all
    /// touch where any row is written. Each further one is one more file that a scan looks into.
    private static final int ROWS_FIRST_LEVEL_FILES = 8;

    /// The first sorted level is twice what is merged into it at a time, if files are as large as
    /// the write buffers allow. A smaller one would soon need another level below it, and each
    /// level may write up to ten times what is put; a larger one is written again more often.
    private static final int ROWS_SECOND_LEVEL_BUFFERS = 4;

    private static final long ROWS_SECOND_LEVEL_BYTES_MIN = 64 * MIB;
    private static final long ROWS_SECOND_LEVEL_BYTES_MAX =
            2 * ROWS_FIRST_LEVEL_FILES * WRITE_BUFFER_BYTES;

    private static final long RECORDS_BLOCK_BYTES = 32 * KIB;
    private static final long RECORDS_FILE_BYTES = 128 * MIB;

    /// So many write buffers are sorted by sequence at a time. Fewer would make smaller files, more
    /// would have readers look into more of them.
    static final int RECORDS_FIRST_LEVEL_FILES = 8;

    /// A file of the first level spans all sequences, so whatever is in the second is written again
    /// with it: it should be little.
    private static final long RECORDS_SECOND_LEVEL_BYTES = 64 * MIB;

    /// From this size on a value is kept beside the sorted files. A smaller one is read so much
    /// faster among its neighbours that writing it twice is worth it.
    static final long OUTLYING_BYTES_MIN = 3 * KIB / 2;

    private final Deque<RocksObject> open = new ArrayDeque<>();
    private final Cache cache;
    private final BloomFilter bloomFilter;
    private final long rowsSecondLevelBytes;

    FamilyOptions(StoreMemory memory) {
        rowsSecondLevelBytes =
                Math.clamp(
                        ROWS_SECOND_LEVEL_BUFFERS * memory.writeBufferBytes(),
                        ROWS_SECOND_LEVEL_BYTES_MIN,
                        ROWS_SECOND_LEVEL_BYTES_MAX);
        cache = opened(new LRUCache(memory.cacheBytes()));
        bloomFilter = opened(new BloomFilter(BLOOM_BITS_PER_KEY));
    }

    /// Options for a family, to be closed with the others.
    ColumnFamilyOptions of(Family family) {
        return switch (family.use()) {
            case ROWS -> rows();
            case RECORDS -> records(family.sequenceBytes());
            case PASSING_RECORDS -> outlying(records(family.sequenceBytes()));
        };
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    private ColumnFamilyOptions rows() {
        return options()
                .setMemtableWholeKeyFiltering(true)
                .setMemtablePrefixBloomSizeRatio(WRITE_BUFFER_BLOOM_SHARE)
                .setLevel0FileNumCompactionTrigger(ROWS_FIRST_LEVEL_FILES)
                .setMaxBytesForLevelBase(rowsSecondLevelBytes)
                .setTableFormatConfig(tables(ROWS_BLOCK_BYTES).setFilterPolicy(bloomFilter));
    }

    // Records arrive in order and leave in order. Once each file holds one sequence alone, files of
    // a level do not overlap those of the next, so compaction moves them rather than rewrites them,
    // and what is dropped is whole files. The oldest are worth compacting first.
    private ColumnFamilyOptions records(int sequenceBytes) {
        ColumnFamilyOptions options =
                options()
                        .setTargetFileSizeBase(RECORDS_FILE_BYTES)
                        .setLevel0FileNumCompactionTrigger(RECORDS_FIRST_LEVEL_FILES)
                        .setMaxBytesForLevelBase(RECORDS_SECOND_LEVEL_BYTES)
                        .setCompactionPriority(CompactionPriority.OldestSmallestSeqFirst)
                        .setTableFormatConfig(tables(RECORDS_BLOCK_BYTES));
        return sequenceBytes == 0
                ? options
                : options.setSstPartitionerFactory(
                        opened(new SstPartitionerFixedPrefixFactory(sequenceBytes)));
    }

    // Large values are written once, into files that are never sorted. Such a file goes when no
    // sorted one refers to it or to an older one, so this is for families that pass as a whole.
    private static ColumnFamilyOptions outlying(ColumnFamilyOptions options) {
        return options.setEnableBlobFiles(true)
                .setMinBlobSize(OUTLYING_BYTES_MIN)
                .setBlobCompressionType(CompressionType.LZ4_COMPRESSION);
    }

    private ColumnFamilyOptions options() {
        return opened(new ColumnFamilyOptions())
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setLevelCompactionDynamicLevelBytes(true);
    }

    // Index and filter blocks live in the cache too, so that the cache bounds the memory of all
    // reading.
    private BlockBasedTableConfig tables(long blockBytes) {
        return new BlockBasedTableConfig()
                .setBlockSize(blockBytes)
                .setBlockCache(cache)
                .setCacheIndexAndFilterBlocks(true)
                .setCacheIndexAndFilterBlocksWithHighPriority(true)
                .setPinL0FilterAndIndexBlocksInCache(true);
    }

    private <T extends RocksObject> T opened(T object) {
        open.push(object);
        return object;
    }
}
