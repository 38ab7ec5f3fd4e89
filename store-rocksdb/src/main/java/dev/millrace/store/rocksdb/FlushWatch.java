package dev.millrace.store.rocksdb;

import org.rocksdb.AbstractEventListener;
import org.rocksdb.FlushJobInfo;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

import java.lang.System.Logger.Level;

/// Marks how far the manifest goes whenever part of the log has become a file, and before that part
/// of the log goes: a manifest that has lost the file would otherwise look like an older one.
final class FlushWatch extends AbstractEventListener {

    private static final System.Logger LOGGER = System.getLogger(FlushWatch.class.getName());

    static {
        RocksDB.loadLibrary();
    }

    private final SyncedMark mark;

    FlushWatch(SyncedMark mark) {
        super(EnabledEventCallback.ON_FLUSH_COMPLETED);
        this.mark = mark;
    }

    @Override
    public void onFlushCompleted(RocksDB database, FlushJobInfo info) {
        try {
            mark.manifestSynced(ManifestLength.of(database));
        } catch (RocksDBException | RuntimeException failure) {
            // RocksDB would pass over it without a word. The mark stays where it was, which is
            // true.
            LOGGER.log(Level.WARNING, "the mark of the manifest could not be kept", failure);
        }
    }
}
