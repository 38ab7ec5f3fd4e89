package dev.millrace.cli.demo;

import java.time.Duration;

/// What has been read from the stream.
///
/// @param records how many records
/// @param shards from how many shards
/// @param duration how long it took
record ReadBack(long records, int shards, Duration duration) {}
