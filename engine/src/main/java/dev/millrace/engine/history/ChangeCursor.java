package dev.millrace.engine.history;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.store.Reader;
import dev.millrace.store.tuple.TupleWriter;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// Goes over the items that changed between two positions, in the order of their rows, and tells
/// what each was at the one and at the other. The two may be equal: an item may have changed and
/// changed back.
public final class ChangeCursor implements AutoCloseable {
    private final Reader store;
    private final HistoryWalk changes;
    private final TableBetween between;
    private @Nullable Before first;

    ChangeCursor(Reader store, HistoryWalk changes, TableBetween between) {
        this.store = store;
        this.changes = changes;
        this.between = between;
    }

    /// Moves to the next item; false means that there is none.
    public boolean next() {
        while (changes.next()) {
            Before change = changes.firstAfter(between.from());
            if (change != null && Long.compareUnsigned(change.position(), between.to()) <= 0) {
                first = change;
                return true;
            }
        }
        first = null;
        return false;
    }

    /// The key of the item's row in the family of items.
    public byte[] rowKey() {
        return new TupleWriter()
                .uint32(between.tableId())
                .raw(Objects.requireNonNull(changes.item()))
                .toByteArray();
    }

    /// The row at the first position; null if there was no item.
    public byte @Nullable [] before() {
        return Objects.requireNonNull(first).row();
    }

    /// The position of the last change of the item up to the second position.
    public long lastPosition() {
        long last = Objects.requireNonNull(first).position();
        Before next = changes.firstAfter(last);
        while (next != null && Long.compareUnsigned(next.position(), between.to()) <= 0) {
            last = next.position();
            next = changes.firstAfter(last);
        }
        return last;
    }

    /// The row at the second position; null if there was no item. To be asked for behind
    /// [#lastPosition].
    public byte @Nullable [] after() {
        Before change = changes.firstAfter(between.to());
        return change == null ? store.get(Keyspace.ITEMS, rowKey()) : change.row();
    }

    @Override
    public void close() {
        changes.close();
    }
}
