package dev.millrace.wire.item;

import dev.millrace.model.response.ItemCollectionMetrics;
import dev.millrace.wire.JsonOutput;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// Writes item collection metrics (dynamodb-api reference, section 6.2).
final class CollectionJson {
    private static final String MEMBER = "ItemCollectionMetrics";

    private CollectionJson() {}

    static void write(@Nullable ItemCollectionMetrics metrics, JsonOutput output) {
        if (metrics != null) {
            output.startObject(MEMBER);
            writeMembers(metrics, output);
            output.endObject();
        }
    }

    static void writeAll(
            Map<String, List<ItemCollectionMetrics>> metricsByTable, JsonOutput output) {
        if (metricsByTable.isEmpty()) {
            return;
        }
        output.startObject(MEMBER);
        metricsByTable.forEach((table, all) -> {
            output.startArray(output.ofTable(table));
            for (ItemCollectionMetrics metrics : all) {
                output.startObject();
                writeMembers(metrics, output);
                output.endObject();
            }
            output.endArray();
        });
        output.endObject();
    }

    private static void writeMembers(ItemCollectionMetrics metrics, JsonOutput output) {
        output.item("ItemCollectionKey", metrics.itemCollectionKey());
        output.startArray("SizeEstimateRangeGB");
        output.fraction(metrics.sizeLowerBoundGb());
        output.fraction(metrics.sizeUpperBoundGb());
        output.endArray();
    }
}
