package dev.millrace.model.response;

import org.jspecify.annotations.Nullable;

/// The capacity units that a request used on one table and its indexes.
///
/// @param capacityUnits those of the table and all indexes together
/// @param detailed whether the shares of table and indexes are listed as well (INDEXES)
/// @param readCapacityUnits what reading used, told by transactions alone; otherwise null
/// @param writeCapacityUnits what writing used, told by transactions alone; otherwise null
/// @param indexes the indexes' share
public record ConsumedCapacity(
        String tableName,
        double capacityUnits,
        boolean detailed,
        @Nullable Double readCapacityUnits,
        @Nullable Double writeCapacityUnits,
        IndexUnits indexes) {
    /// The units of an operation that used no index and does not tell reading from writing.
    public ConsumedCapacity(String tableName, double capacityUnits, boolean detailed) {
        this(tableName, capacityUnits, detailed, null, null);
    }

    /// The units of an operation that used no index.
    public ConsumedCapacity(
            String tableName,
            double capacityUnits,
            boolean detailed,
            @Nullable Double readCapacityUnits,
            @Nullable Double writeCapacityUnits) {
        this(
                tableName,
                capacityUnits,
                detailed,
                readCapacityUnits,
                writeCapacityUnits,
                IndexUnits.NONE);
    }

    /// The table's own share.
    public double tableUnits() {
        return capacityUnits - indexes.sum();
    }
}
