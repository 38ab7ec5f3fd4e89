package dev.millrace.model.table;

/// Read and write capacity units a second.
public record ProvisionedThroughput(long readCapacityUnits, long writeCapacityUnits) {}
