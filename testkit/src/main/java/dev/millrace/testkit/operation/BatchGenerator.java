package dev.millrace.testkit.operation;

import dev.millrace.model.request.WriteRequest;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Makes batches on one or two tables. Keys that are refused occur only in batches on one table,
/// because which of several faults wins is not documented.
final class BatchGenerator {
    private static final int ENTRIES_MAX = 6;
    private static final int TOO_MANY_WRITES = 26;

    private final Chance chance;
    private final ItemGenerator items;
    private final PathGenerator paths;

    BatchGenerator(Chance chance, ItemGenerator items, PathGenerator paths) {
        this.chance = chance;
        this.items = items;
        this.paths = paths;
    }

    DatabaseOperation write(Supplier<TableShape> tables) {
        List<TableShape> chosen = chosen(tables);
        Map<String, List<WriteRequest>> writes = new LinkedHashMap<>();
        for (TableShape table : chosen) {
            writes.put(table.name(), writes(table, chosen.size() == 1));
        }
        return new DatabaseOperation.BatchWrite(writes);
    }

    DatabaseOperation get(Supplier<TableShape> tables) {
        List<TableShape> chosen = chosen(tables);
        Map<String, DatabaseOperation.KeysToRead> reads = new LinkedHashMap<>();
        for (TableShape table : chosen) {
            reads.put(
                    table.name(),
                    new DatabaseOperation.KeysToRead(
                            keys(table, chosen.size() == 1), paths.projection(table)));
        }
        return new DatabaseOperation.BatchGet(reads);
    }

    private List<TableShape> chosen(Supplier<TableShape> tables) {
        TableShape first = tables.get();
        TableShape second = tables.get();
        boolean two = !second.name().equals(first.name()) && chance.percent(40);
        return two ? List.of(first, second) : List.of(first);
    }

    private List<WriteRequest> writes(TableShape table, boolean mayFail) {
        boolean repeats = mayFail && chance.percent(4);
        int count = mayFail && chance.percent(1) ? TOO_MANY_WRITES : 1 + chance.below(ENTRIES_MAX);
        List<WriteRequest> writes = new ArrayList<>();
        Set<Item> keys = new HashSet<>();
        for (int i = 0; i < count; i++) {
            Item item = mayFail ? items.itemOrFault(table) : items.item(table);
            Item key = keyOf(table, item);
            if (keys.add(key) || repeats || count == TOO_MANY_WRITES) {
                boolean deletes = chance.percent(30);
                writes.add(deletes ? new WriteRequest.Delete(key) : new WriteRequest.Put(item));
            }
        }
        return writes;
    }

    private List<Item> keys(TableShape table, boolean mayFail) {
        boolean repeats = mayFail && chance.percent(4);
        List<Item> keys = new ArrayList<>();
        int count = 1 + chance.below(ENTRIES_MAX);
        for (int i = 0; i < count; i++) {
            Item key = mayFail ? items.keyOrFault(table) : items.key(table);
            if (repeats || !keys.contains(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static Item keyOf(TableShape table, Item item) {
        Map<String, AttributeValue> key = new LinkedHashMap<>(item.attributes());
        key.keySet().removeIf(name -> !table.keySchema().contains(name));
        return Item.of(key);
    }
}
