package dev.millrace.engine.item;

import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.response.IndexUnits;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// Read and write capacity units by AWS's rules (dynamodb-api reference, section 6.2).
public final class CapacityUnits {
    private static final int WRITE_UNIT_BYTES = 1_024;
    private static final int READ_UNIT_BYTES = 4_096;

    private CapacityUnits() {}

    /// The units of a write: one for each kilobyte begun of the larger of the item before and after
    /// it, at least one.
    public static double ofWrite(@Nullable Item before, @Nullable Item after) {
        return units(Math.max(size(before), size(after)), WRITE_UNIT_BYTES);
    }

    /// The units of a read: one for each four kilobytes begun, at least one, and half of that
    /// unless it is consistent.
    public static double ofRead(long sizeBytes, boolean consistent) {
        return units(sizeBytes, READ_UNIT_BYTES) * (consistent ? 1.0 : 0.5);
    }

    /// What to answer about the capacity used on a table, or null if it was not asked for.
    public static @Nullable ConsumedCapacity report(
            ReturnConsumedCapacity wanted, String tableName, double units) {
        return report(wanted, tableName, units, IndexUnits.NONE);
    }

    /// What to answer about the capacity used on a table and its indexes, or null if it was not
    /// asked for.
    public static @Nullable ConsumedCapacity report(
            ReturnConsumedCapacity wanted,
            String tableName,
            double tableUnits,
            IndexUnits indexes) {
        boolean detailed =
                switch (wanted) {
                    case NONE, TOTAL -> false;
                    case INDEXES -> true;
                };
        return wanted == ReturnConsumedCapacity.NONE
                ? null
                : new ConsumedCapacity(
                        tableName, tableUnits + indexes.sum(), detailed, null, null, indexes);
    }

    /// The units of an index entry that is written: one for each kilobyte begun, at least one.
    public static double ofWrite(long sizeBytes) {
        return units(sizeBytes, WRITE_UNIT_BYTES);
    }

    /// The size of an item that may not be there.
    public static int size(@Nullable Item item) {
        return item == null ? 0 : item.sizeBytes();
    }

    private static double units(long bytes, int unitBytes) {
        return Math.max(1, Math.ceilDiv(bytes, unitBytes));
    }
}
