package dev.millrace.wire.item;

import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.value.Item;
import dev.millrace.wire.JsonOutput;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Writes a page of Query or Scan, whose answers look alike.
final class PageJson {
    private PageJson() {}

    static void write(
            @Nullable List<Item> items,
            int count,
            int scannedCount,
            @Nullable Item lastEvaluatedKey,
            @Nullable ConsumedCapacity capacity,
            JsonOutput output) {
        if (items != null) {
            writeItems("Items", items, output);
        }
        output.whole("Count", count);
        output.whole("ScannedCount", scannedCount);
        output.item("LastEvaluatedKey", lastEvaluatedKey);
        CapacityJson.write(capacity, output);
    }

    static void writeItems(String name, List<Item> items, JsonOutput output) {
        output.startArray(name);
        for (Item item : items) {
            output.item(item);
        }
        output.endArray();
    }
}
