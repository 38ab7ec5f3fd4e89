package dev.millrace.store.rocksdb;

import dev.millrace.store.DamagedStoreException;
import dev.millrace.store.Family;

import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

import java.nio.file.Files;
import java.nio.file.Path;

/// The large values of families of passing records, which are kept in files of their own beside the
/// sorted ones. RocksDB looks at these files when they are read, not before.
final class OutlyingValues {

    /// What the names of their files end in.
    static final String SUFFIX = ".blob";

    private static final String SORTED_BYTES = "rocksdb.live-sst-files-size";
    private static final String OUTLYING_BYTES = "rocksdb.live-blob-file-size";

    private OutlyingValues() {}

    /// Requires every file that an open database refers to.
    ///
    /// @throws DamagedStoreException if one is missing
    static void requireFiles(Database database, Path directory) throws RocksDBException {
        for (String name : database.rocks.getLiveFiles(false).files) {
            // Names begin with the separator.
            Path file = directory.resolve(name.substring(1));
            if (name.endsWith(SUFFIX) && !Files.exists(file)) {
                throw new DamagedStoreException("a file of the store is missing")
                        .with("file", file);
            }
        }
    }

    /// Reads every value of these families and so compares it with its checksum.
    static void verify(Database database) throws RocksDBException {
        for (Family family : database.families()) {
            if (family.use() == Family.Use.PASSING_RECORDS) {
                verify(database, database.handle(family));
            }
        }
    }

    private static void verify(Database database, ColumnFamilyHandle family)
            throws RocksDBException {
        try (ReadOptions options = new ReadOptions().setFillCache(false);
                RocksIterator iterator = database.rocks.newIterator(family, options)) {
            iterator.seekToFirst();
            while (iterator.isValid()) {
                iterator.next();
            }
            iterator.status();
        }
    }

    /// How many times the space of its sorted files a family takes up with these.
    static double factor(Database database, ColumnFamilyHandle family) throws RocksDBException {
        long sorted = database.rocks.getLongProperty(family, SORTED_BYTES);
        long outlying = database.rocks.getLongProperty(family, OUTLYING_BYTES);
        return sorted == 0 ? 1 : 1 + outlying / (double) sorted;
    }
}
