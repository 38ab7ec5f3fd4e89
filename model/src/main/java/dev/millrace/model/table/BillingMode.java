package dev.millrace.model.table;

/// How a table's throughput is paid for on AWS; here it decides the number of partitions a table is
/// born with.
public enum BillingMode {
    PROVISIONED,
    PAY_PER_REQUEST
}
