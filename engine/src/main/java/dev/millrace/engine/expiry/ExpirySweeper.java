package dev.millrace.engine.expiry;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.expiry.ExpireItems.Due;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.engine.keyspace.ExpiryKeys;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Deletes the items whose time to live is over.
///
/// It has one command under way at a time, with a bounded number of deletions, and waits until that
/// is durable: whatever is due, other writes queue behind one such command at most.
public final class ExpirySweeper {
    /// The most deletions in one command.
    public static final int DELETIONS_MAX = 64;

    /// How long ago a moment may be for its item to expire still (dynamodb-api reference, section
    /// 16).
    public static final Duration AGE_MAX = Duration.ofDays(5 * 365);

    private final Catalog catalog;
    private final Reader store;
    private final ItemRows rows;
    private final Sequencer sequencer;
    private final InstantSource clock;

    /// A sweeper over the expiry index in `store`.
    public ExpirySweeper(Catalog catalog, Reader store, Sequencer sequencer, InstantSource clock) {
        this.catalog = catalog;
        this.store = store;
        this.rows = new ItemRows(store);
        this.sequencer = sequencer;
        this.clock = clock;
    }

    /// Deletes some of the items that are due now, of every table, and says whether more may be.
    boolean sweep() {
        long now = clock.instant().getEpochSecond();
        boolean more = false;
        for (Table table : catalog.state().tables()) {
            if (table.timeToLive() != null && Catalog.isUsable(table)) {
                more |= sweep(table, now);
            }
        }
        return more;
    }

    private boolean sweep(Table table, long now) {
        List<Due> due = due(table, now);
        int deleted = due.isEmpty() ? 0 : sequencer.submit(new ExpireItems(table, due));
        return deleted > 0 && due.size() == DELETIONS_MAX;
    }

    private List<Due> due(Table table, long now) {
        KeyRange range =
                ExpiryKeys.between(table.id(), Math.max(0, now - AGE_MAX.toSeconds()), now);
        List<byte[]> keys = new ArrayList<>();
        try (Cursor cursor = store.scan(Keyspace.EXPIRY, range, Direction.ASCENDING)) {
            while (keys.size() < DELETIONS_MAX && cursor.next()) {
                keys.add(cursor.key());
            }
        }
        return keys.stream().map(this::due).toList();
    }

    // The row is read here so that the sequencer finds it in memory.
    private Due due(byte[] key) {
        RowKey row = RowKey.stored(ExpiryKeys.rowKeyOf(key));
        rows.read(row);
        return new Due(row, ExpiryKeys.secondOf(key));
    }
}
