package dev.millrace.store.rocksdb;

import dev.millrace.store.Family;
import dev.millrace.store.StoreMemory;

import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.SstFileManager;

import java.util.List;
import java.util.Objects;
import java.util.Properties;

/// How RocksDB lays out and caches a store: one set of native option objects, to be closed after
/// the database.
final class NativeOptions implements AutoCloseable {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    /// The log that may have to be read again when a store is opened after a crash.
    private static final long WAL_BYTES_MAX = 256 * MIB;

    private static final int INFO_LOG_FILES = 4;
    private static final long INFO_LOG_FILE_BYTES = 8 * MIB;
    private static final int BACKGROUND_JOBS_MIN = 2;
    private static final int BACKGROUND_JOBS_MAX = 8;
    private static final long BACKGROUND_SYNC_BYTES = MIB;

    final DBOptions database;
    private final FamilyOptions families;
    private final FlushWatch watch;
    private final SstFileManager files;
    private final RoomWatch room;

    NativeOptions(StoreMemory memory, OpenMode mode, FlushWatch watch) {
        families = new FamilyOptions(memory);
        int processors = Runtime.getRuntime().availableProcessors();
        files = PacedDeletion.create(processors);
        room = new RoomWatch(files);
        database =
                databaseOptions(processors)
                        // Above, the largest write buffer becomes a file early.
                        .setDbWriteBufferSize(memory.writeBufferBytes())
                        .setSstFileManager(files)
                        .setWalRecoveryMode(mode.recovery())
                        .setListeners(List.of(watch, room));
        this.watch = watch;
    }

    /// Options for a family, to be closed with the others.
    ColumnFamilyOptions of(Family family) {
        return families.of(family);
    }

    @Override
    public void close() {
        database.close();
        watch.close();
        room.close();
        files.close();
        families.close();
    }

    private static DBOptions databaseOptions(int processors) {
        return checkedLogs()
                // Whoever opened the database decides when to try again, see RocksDbStore.recover.
                .setMaxBgErrorResumeCount(0)
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setMaxTotalWalSize(WAL_BYTES_MAX)
                .setMaxOpenFiles(OpenFiles.max())
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
}
