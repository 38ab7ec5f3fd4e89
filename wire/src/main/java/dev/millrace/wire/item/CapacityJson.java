package dev.millrace.wire.item;

import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.wire.JsonOutput;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// Writes consumed capacity (dynamodb-api reference, section 6.2).
final class CapacityJson {
    private static final String MEMBER = "ConsumedCapacity";

    private CapacityJson() {}

    static void write(@Nullable ConsumedCapacity capacity, JsonOutput output) {
        if (capacity != null) {
            output.startObject(MEMBER);
            writeMembers(capacity, output);
            output.endObject();
        }
    }

    static void writeAll(List<ConsumedCapacity> capacities, JsonOutput output) {
        if (capacities.isEmpty()) {
            return;
        }
        output.startArray(MEMBER);
        for (ConsumedCapacity capacity : capacities) {
            output.startObject();
            writeMembers(capacity, output);
            output.endObject();
        }
        output.endArray();
    }

    private static void writeMembers(ConsumedCapacity capacity, JsonOutput output) {
        output.text("TableName", output.ofTable(capacity.tableName()));
        writeUnits(capacity, capacity.capacityUnits(), output);
        if (capacity.detailed()) {
            output.startObject("Table");
            writeUnits(capacity, capacity.tableUnits(), output);
            output.endObject();
            writeIndexes("LocalSecondaryIndexes", capacity, capacity.indexes().local(), output);
            writeIndexes("GlobalSecondaryIndexes", capacity, capacity.indexes().global(), output);
            writeVectors(capacity.indexes().vectorBytes(), output);
        }
    }

    private static void writeVectors(Map<String, Double> bytesByIndex, JsonOutput output) {
        if (bytesByIndex.isEmpty()) {
            return;
        }
        output.startObject("VectorIndexes");
        bytesByIndex.forEach((index, bytes) -> {
            output.startObject(index);
            output.fraction("VectorWriteRequestBytes", bytes);
            output.endObject();
        });
        output.endObject();
    }

    private static void writeIndexes(
            String member,
            ConsumedCapacity capacity,
            Map<String, Double> unitsByIndex,
            JsonOutput output) {
        if (unitsByIndex.isEmpty()) {
            return;
        }
        output.startObject(member);
        unitsByIndex.forEach((index, units) -> {
            output.startObject(index);
            writeUnits(capacity, units, output);
            output.endObject();
        });
        output.endObject();
    }

    // What tells reading from writing in the whole does so in every part.
    private static void writeUnits(ConsumedCapacity capacity, double units, JsonOutput output) {
        output.fraction("CapacityUnits", units);
        if (capacity.readCapacityUnits() != null) {
            output.fraction("ReadCapacityUnits", units);
        }
        if (capacity.writeCapacityUnits() != null) {
            output.fraction("WriteCapacityUnits", units);
        }
    }
}
