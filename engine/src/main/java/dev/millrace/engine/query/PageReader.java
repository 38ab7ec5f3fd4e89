package dev.millrace.engine.query;

import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.engine.keyspace.CorruptRowException;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.expression.Condition;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Reader;
import dev.millrace.store.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads rows until the page is full: at the limit, or when the items looked at reach 1 MB, whether
/// they pass the filter or not.
public final class PageReader {
    /// The most bytes of items that one page looks at; the item that reaches it is still part of
    /// the page.
    public static final int PAGE_BYTES_MAX = 1 << 20;

    private final Reader store;
    private final Supplier<Snapshot> snapshots;

    /// Reads from `store`, or from `snapshots` of it where rows of two kinds have to fit together.
    public PageReader(Reader store, Supplier<Snapshot> snapshots) {
        this.store = store;
        this.snapshots = snapshots;
    }

    /// Reads a page of those items that pass `filter`.
    public Page read(Cut cut, Condition filter) {
        return read(cut, filter, store, null);
    }

    /// Reads a page of the items whose index entries pass `filter`. The filter sees the entries,
    /// and every item looked at is fetched, whether its entry passes or not.
    public Page read(Cut cut, Condition filter, Fetch fetch) {
        try (Snapshot snapshot = snapshots.get()) {
            return read(cut, filter, snapshot, fetch);
        }
    }

    private static Page read(Cut cut, Condition filter, Reader reader, @Nullable Fetch fetch) {
        List<Item> passed = new ArrayList<>();
        List<Item> seen = cut.watched() ? new ArrayList<>() : List.of();
        int count = 0;
        long bytes = 0;
        long fetchedBytes = 0;
        double fetchedUnits = 0;
        try (Cursor cursor = reader.scan(cut.family(), cut.range(), cut.direction())) {
            while (cursor.next()) {
                Item row = RowValue.decode(cursor.value());
                Item item = row;
                count++;
                bytes += row.sizeBytes();
                if (cut.watched()) {
                    seen.add(row);
                }
                if (fetch != null) {
                    item = whole(row, reader, fetch);
                    fetchedBytes += item.sizeBytes();
                    fetchedUnits += CapacityUnits.ofRead(item.sizeBytes(), fetch.consistent());
                }
                if (filter.test(row)) {
                    passed.add(item);
                }
                if (count == cut.limit() || Math.max(bytes, fetchedBytes) >= cut.bytesMax()) {
                    return new Page(passed, count, bytes, fetchedUnits, row, seen);
                }
            }
        }
        return new Page(passed, count, bytes, fetchedUnits, null, seen);
    }

    private static Item whole(Item entry, Reader reader, Fetch fetch) {
        RowKey key =
                RowKey.of(fetch.table().id(), ItemKeys.ofStored(fetch.table().keySchema(), entry));
        Item item = new ItemRows(reader).read(key);
        if (item == null) {
            throw new CorruptRowException("index entry has no item");
        }
        return item;
    }
}
