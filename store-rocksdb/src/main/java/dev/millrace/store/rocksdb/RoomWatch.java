package dev.millrace.store.rocksdb;

import org.rocksdb.AbstractEventListener;
import org.rocksdb.FlushJobInfo;
import org.rocksdb.RocksDB;
import org.rocksdb.SstFileManager;

import java.io.File;

/// Keeps files that go piece by piece from filling the disk: looks, whenever part of the log has
/// become a file, whether there is as much free space as the files of the database take.
final class RoomWatch extends AbstractEventListener {

    /// Superfluous files may take this share of the space of all files where room is short; beyond,
    /// they go at once.
    static final double SHARE_WHERE_SHORT = 0.25;

    static {
        RocksDB.loadLibrary();
    }

    private final SstFileManager files;
    private final double shareWhereAmple;

    /// @param files what paces the deletions, as it is where there is room
    RoomWatch(SstFileManager files) {
        super(EnabledEventCallback.ON_FLUSH_COMPLETED);
        this.files = files;
        this.shareWhereAmple = files.getMaxTrashDBRatio();
    }

    @Override
    public void onFlushCompleted(RocksDB database, FlushJobInfo info) {
        adapt(new File(database.getName()).getUsableSpace());
    }

    void adapt(long bytesFree) {
        files.setMaxTrashDBRatio(
                bytesFree < files.getTotalSize() ? SHARE_WHERE_SHORT : shareWhereAmple);
    }
}
