package dev.millrace.engine.shard;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Leftover;
import dev.millrace.engine.catalog.LeftoverRange;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gives back the space of records, histories and backups that the catalog no longer knows, and
/// then forgets them.
///
/// The rows go first. A crash in between leaves the reminder, and the next run drops what is left;
/// that does no harm, since stream ids, shard numbers, the beginnings of histories and the ids of
/// backups are never given twice.
public final class LeftoverDrop {
    /// The most leftovers of one run.
    public static final int DROPPED_MAX = 1_024;

    private static final Comparator<Leftover> IN_ORDER =
            Comparator.comparingInt(Leftover::streamId).thenComparingInt(Leftover::shardNumber);

    private final Store store;
    private final Catalog catalog;
    private final Sequencer sequencer;

    /// Drops leftovers of `store`.
    public LeftoverDrop(Store store, Catalog catalog, Sequencer sequencer) {
        this.store = store;
        this.catalog = catalog;
        this.sequencer = sequencer;
    }

    /// Drops what is left over now, at most [#DROPPED_MAX].
    public void run() {
        List<Leftover> left = catalog.state().leftovers().stream().limit(DROPPED_MAX).toList();
        rangesOf(left).forEach(range -> store.dropRange(Keyspace.RECORDS, range));
        List<LeftoverRange> ranges =
                catalog.state().leftoverRanges().stream().limit(DROPPED_MAX).toList();
        ranges.forEach(each -> store.dropRange(each.family(), each.range()));
        if (!left.isEmpty() || !ranges.isEmpty()) {
            forget(left, ranges);
        }
    }

    /// Whether the catalog remembers anything that is left over.
    static boolean isAny(CatalogState state) {
        return !state.leftovers().isEmpty() || !state.leftoverRanges().isEmpty();
    }

    private void forget(List<Leftover> left, List<LeftoverRange> ranges) {
        sequencer.submit(
                (CatalogCommand<Boolean>)
                        evaluation -> {
                            left.stream()
                                    .map(CatalogChange.RemoveLeftover::new)
                                    .forEach(evaluation::change);
                            ranges.stream()
                                    .map(CatalogChange.RemoveLeftoverRange::new)
                                    .forEach(evaluation::change);
                            return true;
                        });
    }

    // Shards that lie side by side are dropped as one: a file that holds records of two of them
    // goes too.
    private static List<KeyRange> rangesOf(List<Leftover> left) {
        List<KeyRange> ranges = new ArrayList<>();
        Leftover last = null;
        for (Leftover leftover : left.stream().sorted(IN_ORDER).toList()) {
            KeyRange records = leftover.records();
            if (last != null && last.isBefore(leftover)) {
                records = KeyRange.of(ranges.removeLast().from(), records.to());
            }
            ranges.add(records);
            last = leftover;
        }
        return ranges;
    }
}
