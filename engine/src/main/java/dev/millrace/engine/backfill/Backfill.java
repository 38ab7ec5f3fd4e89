package dev.millrace.engine.backfill;

import dev.millrace.engine.keyspace.CorruptRowException;

/// Names one walk over the items of a table.
///
/// @param number tells walks of one kind apart: for an index or a backup its id
public record Backfill(int tableId, Kind kind, int number) {
    /// What is made of the items.
    public enum Kind {
        /// The entries of a secondary index.
        INDEX(1),
        /// A backup of the table.
        BACKUP(2),
        /// The table itself, out of a backup or the past of another table.
        RESTORE(3);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /// The kind in stored keys.
        public int code() {
            return code;
        }

        static Kind of(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new CorruptRowException("backfill row has no known kind");
        }
    }

    /// The walk that copies a table into a backup.
    public static Backfill ofBackup(int tableId, int backupId) {
        return new Backfill(tableId, Kind.BACKUP, backupId);
    }

    /// The walk that fills a table that is restored. Its rows are those that the table is to have.
    public static Backfill ofRestore(int tableId) {
        return new Backfill(tableId, Kind.RESTORE, 0);
    }

    /// The walk that fills a secondary index.
    public static Backfill ofIndex(int tableId, int indexId) {
        return new Backfill(tableId, Kind.INDEX, indexId);
    }
}
