package dev.millrace.wire.destination;

/// A record as it is given to Kinesis.
///
/// @param data the bytes of the record
/// @param partitionKey chooses the shard
// The array is made for the entry and never changed.
@SuppressWarnings("ArrayRecordComponent")
public record KinesisEntry(byte[] data, String partitionKey) {
    /// What it counts of what a request may hold.
    public int bytes() {
        return data.length + partitionKey.length();
    }
}
