package dev.millrace.store.rocksdb;

import org.rocksdb.WALRecoveryMode;

/// What a database is opened for, and how much its log may have suffered.
enum OpenMode {
    /// The log may end in a piece of a record, as the end of a process leaves it.
    STRICT(WALRecoveryMode.TolerateCorruptedTailRecords),
    /// The log counts as far as it is whole, as a loss of power leaves it.
    TORN(WALRecoveryMode.PointInTimeRecovery),
    /// As strict, and nothing is written, not even what reading the log would make worth writing.
    STRICT_READ_ONLY(WALRecoveryMode.TolerateCorruptedTailRecords),
    /// As torn, and nothing is written.
    READ_ONLY(WALRecoveryMode.PointInTimeRecovery);

    private final WALRecoveryMode recovery;

    OpenMode(WALRecoveryMode recovery) {
        this.recovery = recovery;
    }

    boolean isReadOnly() {
        return this == STRICT_READ_ONLY || this == READ_ONLY;
    }

    WALRecoveryMode recovery() {
        return recovery;
    }
}
