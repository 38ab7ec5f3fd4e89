package dev.millrace.wire.destination;

import dev.millrace.model.value.Binary;

/// A record as it is given to Kinesis.
///
/// @param data the bytes of the record
/// @param partitionKey chooses the shard
public record KinesisEntry(Binary data, String partitionKey) {
    /// What it counts of what a request may hold.
    public int sizeBytes() {
        return data.length() + partitionKey.length();
    }
}
