package dev.millrace.engine.item;

import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What transactions cost: twice what single operations do (dynamodb-api reference, section 6.2).
public final class TransactCapacity {
    /// The write units of a condition check.
    public static final double CONDITION_CHECK_UNITS = 2;

    private static final int TRANSACT_FACTOR = 2;

    private TransactCapacity() {}

    /// The write units of a write.
    public static double ofWrite(@Nullable Item before, @Nullable Item after) {
        return ofUnits(CapacityUnits.ofWrite(before, after));
    }

    /// What these units of a single operation are in a transaction.
    public static double ofUnits(double units) {
        return TRANSACT_FACTOR * units;
    }

    /// The read units of a read; also of an item that does not exist, whose size is 0.
    public static double ofRead(long sizeBytes) {
        return TRANSACT_FACTOR * CapacityUnits.ofRead(sizeBytes, true);
    }

    /// What to answer about read units used, by table; empty if it was not asked for.
    public static List<ConsumedCapacity> reads(
            ReturnConsumedCapacity wanted, Map<String, Double> unitsByTable) {
        return report(
                wanted,
                unitsByTable,
                (table, units, detailed) ->
                        new ConsumedCapacity(table, units, detailed, units, null));
    }

    /// What to answer about write units used, by table; empty if it was not asked for.
    public static List<ConsumedCapacity> writes(
            ReturnConsumedCapacity wanted, Map<String, TableUnits> unitsByTable) {
        return report(
                wanted,
                unitsByTable,
                (table, units, detailed) ->
                        new ConsumedCapacity(
                                table, units.sum(), detailed, null, units.sum(), units.indexes()));
    }

    @FunctionalInterface
    private interface Entry<U> {
        ConsumedCapacity of(String tableName, U units, boolean detailed);
    }

    private static <U> List<ConsumedCapacity> report(
            ReturnConsumedCapacity wanted, Map<String, U> unitsByTable, Entry<U> entry) {
        boolean detailed =
                switch (wanted) {
                    case NONE, TOTAL -> false;
                    case INDEXES -> true;
                };
        return wanted == ReturnConsumedCapacity.NONE
                ? List.of()
                : unitsByTable.entrySet().stream()
                        .map(of -> entry.of(of.getKey(), of.getValue(), detailed))
                        .toList();
    }
}
