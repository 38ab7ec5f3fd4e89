package dev.millrace.wire.transfer;

import dev.millrace.model.response.BulkUsage;
import dev.millrace.model.response.IndexUnits;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a bulk operation has used: a kilobyte for each write unit, of the table and of each index.
final class BulkUsageJson {
    private static final double UNIT_BYTES = 1_024;

    private static final Member<Long> BYTES = Member.longInteger("BulkPutBytes").required();
    private static final Structure AMOUNT = Structure.of("BulkOperationBytes", BYTES);
    private static final Member<Fields> TABLE = Member.structure("Table", AMOUNT).required();
    private static final Member<Map<String, Fields>> LOCAL = indexes("LocalSecondaryIndexes");
    private static final Member<Map<String, Fields>> GLOBAL = indexes("GlobalSecondaryIndexes");
    static final Structure USAGE = Structure.of("BulkOperationUsage", TABLE, LOCAL, GLOBAL);

    private BulkUsageJson() {}

    static void write(String tableName, BulkUsage usage, JsonOutput output) {
        output.startObject();
        output.text("TableName", tableName);
        writeAmount(usage.sum(), output);
        output.startObject(TABLE.name());
        writeAmount(usage.table(), output);
        output.endObject();
        write(LOCAL.name(), usage.indexes().local(), output);
        write(GLOBAL.name(), usage.indexes().global(), output);
        output.endObject();
    }

    static BulkUsage read(Fields fields) {
        return new BulkUsage(
                units(fields.require(TABLE)),
                new IndexUnits(units(fields.get(LOCAL)), units(fields.get(GLOBAL))));
    }

    private static Member<Map<String, Fields>> indexes(String name) {
        return Member.<Fields>map(name, "BulkOperationBytes", AMOUNT::readElement);
    }

    private static Map<String, Double> units(@Nullable Map<String, Fields> indexes) {
        Map<String, Double> units = new LinkedHashMap<>();
        if (indexes != null) {
            indexes.forEach((name, amount) -> units.put(name, units(amount)));
        }
        return units;
    }

    private static double units(Fields amount) {
        return amount.require(BYTES) / UNIT_BYTES;
    }

    private static void write(String member, Map<String, Double> units, JsonOutput output) {
        if (units.isEmpty()) {
            return;
        }
        output.startObject(member);
        units.forEach((index, of) -> {
            output.startObject(index);
            writeAmount(of, output);
            output.endObject();
        });
        output.endObject();
    }

    private static void writeAmount(double units, JsonOutput output) {
        output.whole(BYTES.name(), (long) (units * UNIT_BYTES));
    }
}
