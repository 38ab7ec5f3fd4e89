package dev.millrace.transfer.bulk;

import dev.millrace.model.request.ConditionalPut;

/// A record of an object.
sealed interface BulkRecord {
    /// An item to put.
    record Put(ConditionalPut put) implements BulkRecord {}

    /// What is no item.
    record Fault(String message) implements BulkRecord {}
}
