package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.WriteRequest;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// BatchWrite and BatchGet on the reference database (source: dynamodb-api reference, sections 9
/// and 10). A batch is checked as a whole before any of it is done.
record ReferenceBatches(ReferenceTables tables) {
    private static final int WRITES_MAX = 25;
    private static final int KEYS_MAX = 100;

    Result write(DatabaseOperation.BatchWrite batch) {
        requireCount(batch.writes().values(), WRITES_MAX);
        batch.writes().keySet().forEach(tables::require);
        batch.writes().forEach((name, writes) -> requireValid(tables.require(name), writes));
        batch.writes()
                .forEach((name, writes) -> writes.forEach(w -> apply(tables.require(name), w)));
        return new Result.Done();
    }

    Result get(DatabaseOperation.BatchGet batch) {
        requireCount(
                batch.reads().values().stream().map(DatabaseOperation.KeysToRead::keys).toList(),
                KEYS_MAX);
        for (DatabaseOperation.KeysToRead reads : batch.reads().values()) {
            ReferencePaths.requireDistinct(reads.projection());
            requireNoDuplicates(new HashSet<>(reads.keys()).size() == reads.keys().size());
        }
        batch.reads().keySet().forEach(tables::require);
        Map<String, List<Item>> found = new TreeMap<>();
        batch.reads()
                .forEach((name, reads) ->
                        found.put(name, Result.sorted(read(tables.require(name), reads))));
        return new Result.ItemsByTable(found);
    }

    private static List<Item> read(ReferenceTable table, DatabaseOperation.KeysToRead reads) {
        List<Item> items = new ArrayList<>();
        for (Item key : reads.keys()) {
            Map<String, AttributeValue> item = table.get(table.keys().ofKey(key.attributes()));
            if (item != null) {
                items.add(Item.of(ReferencePaths.project(item, reads.projection())));
            }
        }
        return items;
    }

    private static void requireValid(ReferenceTable table, List<WriteRequest> writes) {
        TreeSet<PrimaryKey> keys = new TreeSet<>(new KeyOrder());
        for (WriteRequest write : writes) {
            if (write instanceof WriteRequest.Put(var item)) {
                ReferenceWrites.requireSize(ReferenceSize.ofItem(item.attributes()));
                table.requireStorable(item.attributes(), item.attributes().keySet());
            }
            requireNoDuplicates(keys.add(keyOf(table, write)));
        }
    }

    private static PrimaryKey keyOf(ReferenceTable table, WriteRequest write) {
        return switch (write) {
            case WriteRequest.Put(var item) -> table.keys().ofItem(item.attributes());
            case WriteRequest.Delete(var key) -> table.keys().ofKey(key.attributes());
        };
    }

    private static void apply(ReferenceTable table, WriteRequest write) {
        PrimaryKey key = keyOf(table, write);
        switch (write) {
            case WriteRequest.Put(var item) -> table.write(key, item.attributes());
            case WriteRequest.Delete _ -> table.write(key, null);
        }
    }

    private static void requireCount(Collection<? extends List<?>> lists, int max) {
        int count = lists.stream().mapToInt(List::size).sum();
        if (count < 1 || count > max || lists.stream().anyMatch(List::isEmpty)) {
            throw ApiException.validation("Too many or too few entries in the batch");
        }
    }

    private static void requireNoDuplicates(boolean distinct) {
        if (!distinct) {
            throw ApiException.validation("Provided list of item keys contains duplicates");
        }
    }
}
