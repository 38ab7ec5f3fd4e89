package dev.millrace.store.rocksdb;

import dev.millrace.store.Family;
import dev.millrace.store.StoreMemory;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionPriority;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.SstFileManager;

import java.util.List;
import java.util.Objects;
import java.util.Properties;

/// How RocksDB lays out and caches a store: one set of native option objects, to be closed after
/// the database.
final class NativeOptions implements AutoCloseable {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    /// The largest write buffer of one family; full, it becomes a file.
    private static final long WRITE_BUFFER_BYTES = 64 * MIB;

    /// The log that may have to be read again when a store is opened after a crash.
    private static final long WAL_BYTES_MAX = 256 * MIB;

    private static final int INFO_LOG_FILES = 4;
    private static final long INFO_LOG_FILE_BYTES = 8 * MIB;
    private static final int BACKGROUND_JOBS_MIN = 2;
    private static final int BACKGROUND_JOBS_MAX = 8;
    private static final long BACKGROUND_SYNC_BYTES = MIB;

    private static final double BLOOM_BITS_PER_KEY = 10;
    private static final double WRITE_BUFFER_BLOOM_SHARE = 0.02;
    private static final long ROWS_BLOCK_BYTES = 8 * KIB;
    private static final long RECORDS_BLOCK_BYTES = 32 * KIB;
    private static final long RECORDS_FILE_BYTES = 128 * MIB;
    private static final long RECORDS_FIRST_LEVEL_BYTES = 4 * RECORDS_FILE_BYTES;

    final DBOptions database;
    final ColumnFamilyOptions rows;
    final ColumnFamilyOptions records;
    private final FlushWatch watch;
    private final Cache cache;
    private final BloomFilter bloomFilter;
    private final SstFileManager files;

    NativeOptions(StoreMemory memory, OpenMode mode, FlushWatch watch) {
        cache = new LRUCache(memory.cacheBytes());
        bloomFilter = new BloomFilter(BLOOM_BITS_PER_KEY);
        int processors = Runtime.getRuntime().availableProcessors();
        files = PacedDeletion.create(processors);
        database =
                databaseOptions(processors)
                        // Above, the largest write buffer becomes a file early.
                        .setDbWriteBufferSize(memory.writeBufferBytes())
                        .setSstFileManager(files)
                        .setWalRecoveryMode(mode.recovery())
                        .setListeners(List.of(watch));
        this.watch = watch;
        rows = rowsOptions();
        records = recordsOptions();
    }

    ColumnFamilyOptions of(Family.Use use) {
        return switch (use) {
            case ROWS -> rows;
            case RECORDS -> records;
        };
    }

    @Override
    public void close() {
        records.close();
        rows.close();
        database.close();
        watch.close();
        files.close();
        bloomFilter.close();
        cache.close();
    }

    private static DBOptions databaseOptions(int processors) {
        return checkedLogs()
                // Whoever opened the database decides when to try again, see RocksDbStore.recover.
                .setMaxBgErrorResumeCount(0)
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setMaxTotalWalSize(WAL_BYTES_MAX)
                .setBytesPerSync(BACKGROUND_SYNC_BYTES)
                .setMaxBackgroundJobs(
                        Math.clamp(processors, BACKGROUND_JOBS_MIN, BACKGROUND_JOBS_MAX))
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(INFO_LOG_FILES)
                .setMaxLogFileSize(INFO_LOG_FILE_BYTES)
                .setStatsDumpPeriodSec(0);
    }

    // A log file that vanished, or that ends before it was known to be synced, is noticed. The Java
    // API has no method for it.
    private static DBOptions checkedLogs() {
        Properties properties = new Properties();
        properties.setProperty("track_and_verify_wals_in_manifest", "true");
        return Objects.requireNonNull(DBOptions.getDBOptionsFromProps(properties));
    }

    private ColumnFamilyOptions rowsOptions() {
        return familyOptions()
                .setMemtableWholeKeyFiltering(true)
                .setMemtablePrefixBloomSizeRatio(WRITE_BUFFER_BLOOM_SHARE)
                .setTableFormatConfig(tables(ROWS_BLOCK_BYTES).setFilterPolicy(bloomFilter));
    }

    // Records arrive in order and leave in order: files seldom overlap, so compaction moves them
    // rather than rewrites them, and the
    // oldest are worth compacting first. Large files make few, each of which can be dropped whole.
    private ColumnFamilyOptions recordsOptions() {
        return familyOptions()
                .setTargetFileSizeBase(RECORDS_FILE_BYTES)
                .setMaxBytesForLevelBase(RECORDS_FIRST_LEVEL_BYTES)
                .setCompactionPriority(CompactionPriority.OldestSmallestSeqFirst)
                .setTableFormatConfig(tables(RECORDS_BLOCK_BYTES));
    }

    private static ColumnFamilyOptions familyOptions() {
        return new ColumnFamilyOptions()
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
}
