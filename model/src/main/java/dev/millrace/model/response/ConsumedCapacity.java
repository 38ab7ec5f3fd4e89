package dev.millrace.model.response;

/// The capacity units that a request used on one table.
///
/// @param detailed whether the table's own share is listed as well (INDEXES)
public record ConsumedCapacity(String tableName, double capacityUnits, boolean detailed) {}
