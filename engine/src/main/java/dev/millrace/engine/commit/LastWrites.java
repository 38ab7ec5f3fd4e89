package dev.millrace.engine.commit;

import dev.millrace.engine.item.ItemChange;
import dev.millrace.engine.keyspace.RowKey;

import java.util.List;

/// Tells whether a row that somebody has read is still the one that is there.
///
/// Moments are counted in groups of commits. Rows share places, so now and then a row counts as
/// written that was not; never the other way round. Whoever wants to know later notes the moment
/// first and then reads: all groups up to that moment can then be read, and every later one leaves
/// its mark. For one thread, but for [#moment].
final class LastWrites {
    private static final int PLACES = 1 << 16;

    private final long[] moments = new long[PLACES];
    private long known;
    private volatile long moment;

    /// Up to here everything can be read. Any thread may ask.
    long moment() {
        return moment;
    }

    /// Takes note of commits that can be read from now on.
    void note(List<Commit> commits) {
        long next = moment + 1;
        for (Commit commit : commits) {
            switch (commit) {
                case Commit.OfItems items -> note(items.changes(), next);
                // Backfills write items as well, and tables come and go.
                case Commit.OfCatalog _, Commit.OfBackfill _ -> known = next;
            }
        }
        moment = next;
    }

    /// Takes note that anything may have been written.
    void noteAnything() {
        known = moment + 1;
        moment = known;
    }

    /// Whether what was read at `key` after `since` is what is there.
    boolean isUnchanged(RowKey key, long since) {
        return since >= known && moments[place(key)] <= since;
    }

    private void note(List<ItemChange> changes, long next) {
        for (ItemChange change : changes) {
            moments[place(change.rowKey())] = next;
        }
    }

    private static int place(RowKey key) {
        int hash = key.hashCode();
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
