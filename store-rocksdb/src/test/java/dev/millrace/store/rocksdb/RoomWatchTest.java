package dev.millrace.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.SstFileManager;

import java.nio.file.Path;

/// How much may wait to be removed follows the room there is.
final class RoomWatchTest {
    private static final int BYTES = 10_000;

    @TempDir private Path directory;

    @Test
    void shortRoomLeavesLittleWaiting() throws Exception {
        RocksDB.loadLibrary();
        try (SstFileManager files = PacedDeletion.create(1);
                RoomWatch room = new RoomWatch(files);
                Options options = new Options().setCreateIfMissing(true).setSstFileManager(files);
                FlushOptions flush = new FlushOptions();
                RocksDB database = RocksDB.open(options, directory.toString())) {
            double ample = files.getMaxTrashDBRatio();
            database.put(new byte[] {1}, new byte[BYTES]);
            database.flush(flush);
            assertThat(files.getTotalSize()).isPositive();

            room.adapt(files.getTotalSize() - 1);
            assertThat(files.getMaxTrashDBRatio()).isEqualTo(RoomWatch.SHARE_WHERE_SHORT);

            room.adapt(files.getTotalSize());
            assertThat(files.getMaxTrashDBRatio()).isEqualTo(ample);
        }
    }
}
