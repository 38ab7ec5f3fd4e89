package dev.millrace.model.response;

import org.jspecify.annotations.Nullable;

/// The capacity units that a request used on one table.
///
/// @param detailed whether the table's own share is listed as well (INDEXES)
/// @param readCapacityUnits what reading used, told by transactions alone; otherwise null
/// @param writeCapacityUnits what writing used, told by transactions alone; otherwise null
public record ConsumedCapacity(
        String tableName,
        double capacityUnits,
        boolean detailed,
        @Nullable Double readCapacityUnits,
        @Nullable Double writeCapacityUnits) {
    /// The units of an operation that does not tell reading from writing.
    public ConsumedCapacity(String tableName, double capacityUnits, boolean detailed) {
        this(tableName, capacityUnits, detailed, null, null);
    }
}
