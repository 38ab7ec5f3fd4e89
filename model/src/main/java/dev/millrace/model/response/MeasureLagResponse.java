package dev.millrace.model.response;

import java.time.Duration;

/// How much of a shard lies behind a sequence number.
///
/// @param records how many records, or as many as were to be counted at most
/// @param age how long ago the first of them was written; zero if there is none
public record MeasureLagResponse(long records, Duration age) {}
