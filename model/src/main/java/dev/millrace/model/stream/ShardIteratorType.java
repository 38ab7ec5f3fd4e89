package dev.millrace.model.stream;

/// Where in a shard an iterator starts.
public enum ShardIteratorType {
    TRIM_HORIZON,
    LATEST,
    AT_SEQUENCE_NUMBER,
    AFTER_SEQUENCE_NUMBER,
    AT_TIMESTAMP
}
