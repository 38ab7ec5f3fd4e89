package dev.millrace.testkit.invariant;

import dev.millrace.model.key.KeySchema;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.ValueText;
import dev.millrace.testkit.operation.IndexShape;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The invariant that an index holds exactly the projection of its table: an entry for each item
/// that has the index key, with the attributes that are projected, and no other entry.
public final class IndexEqualsProjectionOfTable {
    private IndexEqualsProjectionOfTable() {}

    /// What contradicts the invariant; empty if it holds.
    ///
    /// @param items all items of the table
    /// @param entries all entries of the index, as a Scan of it answers them
    public static List<String> violations(
            IndexShape index, KeySchema table, Collection<Item> items, Collection<Item> entries) {
        List<String> expected =
                texts(items.stream().flatMap(item -> projected(index, table, item)));
        List<String> found = texts(entries.stream());
        return expected.equals(found)
                ? List.of()
                : List.of(
                        "IndexEqualsProjectionOfTable: index %s should hold %s, holds %s"
                                .formatted(index.name(), expected, found));
    }

    private static Stream<Item> projected(IndexShape index, KeySchema table, Item item) {
        Map<String, AttributeValue> entry = index.entryOf(table, item.attributes());
        return entry == null ? Stream.empty() : Stream.of(Item.of(entry));
    }

    private static List<String> texts(Stream<Item> items) {
        return items.map(ValueText::format).sorted().toList();
    }
}
