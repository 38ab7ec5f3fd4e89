package dev.millrace.engine.query;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.expression.Condition;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads rows until the page is full: at the limit, or when the items looked at reach 1 MB, whether
/// they pass the filter or not.
public final class PageReader {
    /// The most bytes of items that one page looks at; the item that reaches it is still part of
    /// the page.
    public static final int PAGE_BYTES_MAX = 1 << 20;

    private final Reader store;

    /// Reads from `store`.
    public PageReader(Reader store) {
        this.store = store;
    }

    /// What part of `range` to read, and how.
    ///
    /// @param startRow the row behind which to start, null for the beginning of the range
    /// @param limit the most items to look at
    public record Cut(KeyRange range, @Nullable RowKey startRow, Direction direction, int limit) {}

    /// Reads a page of those items that pass `filter`.
    public Page read(Cut cut, Condition filter) {
        List<Item> passed = new ArrayList<>();
        int count = 0;
        long bytes = 0;
        try (Cursor cursor = store.scan(Keyspace.ITEMS, rest(cut), cut.direction())) {
            while (cursor.next()) {
                Item item = RowValue.decode(cursor.value());
                count++;
                bytes += item.sizeBytes();
                if (filter.test(item)) {
                    passed.add(item);
                }
                if (count == cut.limit() || bytes >= PAGE_BYTES_MAX) {
                    return new Page(passed, count, bytes, item);
                }
            }
        }
        return new Page(passed, count, bytes, null);
    }

    private static KeyRange rest(Cut cut) {
        if (cut.startRow() == null) {
            return cut.range();
        }
        byte[] start = cut.startRow().bytes();
        return switch (cut.direction()) {
            // A zero byte makes the key that follows the row directly.
            case ASCENDING -> KeyRange.of(Arrays.copyOf(start, start.length + 1), cut.range().to());
            case DESCENDING -> KeyRange.of(cut.range().from(), start);
        };
    }
}
