package dev.millrace.engine.catalog;

import dev.millrace.engine.keyspace.BackupKeys;
import dev.millrace.engine.keyspace.CorruptRowException;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;

/// A range of keys that nobody reads or writes any more and whose space is still to be given back.
/// It is remembered in the commit that makes it so, so that a crash leaves nothing behind for ever.
public record LeftoverRange(Family family, KeyRange range) {
    private static final int HISTORY = 1;
    private static final int BACKUPS = 2;

    /// Part of a history.
    public static LeftoverRange ofHistory(KeyRange range) {
        return new LeftoverRange(Keyspace.HISTORY, range);
    }

    /// The items of a backup.
    public static LeftoverRange ofBackup(KeyRange range) {
        return new LeftoverRange(Keyspace.BACKUPS, range);
    }

    byte[] key() {
        int code = family.equals(Keyspace.HISTORY) ? HISTORY : BACKUPS;
        return BackupKeys.leftoverRangeKey(code, range.from());
    }

    byte[] value() {
        return range.to();
    }

    static LeftoverRange of(byte[] key, byte[] value) {
        KeyRange range = KeyRange.of(BackupKeys.fromOf(key), value);
        return switch (BackupKeys.familyOf(key)) {
            case HISTORY -> ofHistory(range);
            case BACKUPS -> ofBackup(range);
            default -> throw new CorruptRowException("leftover range is of no known family");
        };
    }
}
