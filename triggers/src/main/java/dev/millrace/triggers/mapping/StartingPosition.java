package dev.millrace.triggers.mapping;

/// Where a mapping begins in the shards that it finds at its start; shards that appear later are
/// always read from their beginning.
public enum StartingPosition {
    TRIM_HORIZON,
    LATEST
}
