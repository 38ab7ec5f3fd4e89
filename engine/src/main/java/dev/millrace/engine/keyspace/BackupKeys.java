package dev.millrace.engine.keyspace;

import dev.millrace.store.KeyRange;
import dev.millrace.store.tuple.TupleReader;
import dev.millrace.store.tuple.TupleWriter;

import java.util.Arrays;

/// The keys of backups: their items in [Keyspace#BACKUPS], and in [Keyspace#META] what is known of
/// each, and of ranges whose space is still to be given back.
public final class BackupKeys {
    private static final int BACKUP = 0x40;
    private static final int LEFTOVER_RANGE = 0x41;
    private static final int ID_BYTES = Integer.BYTES;

    private BackupKeys() {}

    /// The key in [Keyspace#META] of a backup.
    public static byte[] backupKey(int backupId) {
        return new TupleWriter().uint8(BACKUP).uint32(backupId).toByteArray();
    }

    /// The range in [Keyspace#META] of all backups.
    public static KeyRange backups() {
        return KeyRange.prefix(new byte[] {BACKUP});
    }

    /// The key in [Keyspace#META] of a range whose space is still to be given back.
    ///
    /// @param family stands for the family of the range
    /// @param from the first key of the range
    public static byte[] leftoverRangeKey(int family, byte[] from) {
        return new TupleWriter().uint8(LEFTOVER_RANGE).uint8(family).raw(from).toByteArray();
    }

    /// What stands for the family in a [#leftoverRangeKey].
    public static int familyOf(byte[] key) {
        TupleReader tuple = new TupleReader(key);
        tuple.uint8();
        return tuple.uint8();
    }

    /// The first key of the range in a [#leftoverRangeKey].
    public static byte[] fromOf(byte[] key) {
        return Arrays.copyOfRange(key, 2, key.length);
    }

    /// The range in [Keyspace#META] of all such ranges.
    public static KeyRange leftoverRanges() {
        return KeyRange.prefix(new byte[] {LEFTOVER_RANGE});
    }

    /// The key in [Keyspace#BACKUPS] of the item that stands at `rowKey` in [Keyspace#ITEMS],
    /// whatever its table.
    public static byte[] itemKey(int backupId, byte[] rowKey) {
        return withId(backupId, rowKey);
    }

    /// The key in [Keyspace#ITEMS] that the item at an [#itemKey] has in the table `tableId`.
    public static byte[] rowKeyOf(byte[] itemKey, int tableId) {
        return withId(tableId, itemKey);
    }

    /// The backup in an [#itemKey].
    public static int backupOf(byte[] itemKey) {
        return (int) new TupleReader(itemKey).uint32();
    }

    /// The range in [Keyspace#BACKUPS] of all items of a backup.
    public static KeyRange itemsOf(int backupId) {
        return KeyRange.prefix(new TupleWriter().uint32(backupId).toByteArray());
    }

    private static byte[] withId(int id, byte[] key) {
        return new TupleWriter()
                .uint32(id)
                .raw(Arrays.copyOfRange(key, ID_BYTES, key.length))
                .toByteArray();
    }
}
