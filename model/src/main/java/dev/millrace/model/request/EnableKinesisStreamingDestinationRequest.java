package dev.millrace.model.request;

import dev.millrace.model.destination.ApproximateCreationDateTimePrecision;

import org.jspecify.annotations.Nullable;

/// Has a table's changes sent to a Kinesis stream.
///
/// @param precision null for the default, milliseconds
public record EnableKinesisStreamingDestinationRequest(
        String tableName,
        String streamArn,
        @Nullable ApproximateCreationDateTimePrecision precision) {}
