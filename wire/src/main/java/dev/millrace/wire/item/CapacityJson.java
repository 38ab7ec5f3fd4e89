package dev.millrace.wire.item;

import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.wire.JsonOutput;

import org.jspecify.annotations.Nullable;

import java.util.List;

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
        output.text("TableName", capacity.tableName());
        writeUnits(capacity, output);
        if (capacity.detailed()) {
            output.startObject("Table");
            writeUnits(capacity, output);
            output.endObject();
        }
    }

    private static void writeUnits(ConsumedCapacity capacity, JsonOutput output) {
        output.fraction("CapacityUnits", capacity.capacityUnits());
        writeUnits("ReadCapacityUnits", capacity.readCapacityUnits(), output);
        writeUnits("WriteCapacityUnits", capacity.writeCapacityUnits(), output);
    }

    private static void writeUnits(String name, @Nullable Double units, JsonOutput output) {
        if (units != null) {
            output.fraction(name, units);
        }
    }
}
