package dev.millrace.store.rocksdb;

import org.rocksdb.Env;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileManager;

/// Removes files that are no longer needed a piece at a time. A file system that gives much space
/// back at once makes every sync wait meanwhile, and with it every writer. What is left when a
/// database is closed goes after it has been opened again.
final class PacedDeletion {

    private static final long MIB = 1024 * 1024;

    /// Meant to be above what compaction makes superfluous; in practice the file system's own time
    /// for a piece keeps it below.
    private static final long BYTES_A_SECOND_AND_PROCESSOR = 128 * MIB;

    private static final long PIECE_BYTES = 8 * MIB;

    /// Superfluous files may take this many times the space of all files, so as much as there are.
    private static final double SUPERFLUOUS_SHARE_MAX = 100;

    private PacedDeletion() {}

    /// What paces the deletions of one database, to be closed after it.
    static SstFileManager create(int processors) {
        try {
            return new SstFileManager(
                    Env.getDefault(),
                    null,
                    processors * BYTES_A_SECOND_AND_PROCESSOR,
                    SUPERFLUOUS_SHARE_MAX,
                    PIECE_BYTES);
        } catch (RocksDBException failure) {
            throw Failure.of("the deletion of files cannot be paced", failure);
        }
    }
}
