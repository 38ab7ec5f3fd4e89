package dev.millrace.store.rocksdb;

import org.rocksdb.WALRecoveryMode;

/// What a database is opened for, and how much its log may have suffered.
enum OpenMode {
    /// The log may end in a piece of a record, as the end of a process leaves it.
    STRICT(WALRecoveryMode.TolerateCorruptedTailRecords),
    /// The log counts as far as it is whole, as a loss of power leaves it.
    TORN(WALRecoveryMode.PointInTimeRecovery),
    /// Nothing is written, not even what reading the log would make worth writing.
    READ_ONLY(WALRecoveryMode.PointInTimeRecovery);

    private final WALRecoveryMode recovery;

    OpenMode(WALRecoveryMode recovery) {
        this.recovery = recovery;
    }

    WALRecoveryMode recovery() {
        return recovery;
    }
}
