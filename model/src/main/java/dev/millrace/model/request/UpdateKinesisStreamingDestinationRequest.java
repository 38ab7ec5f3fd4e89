package dev.millrace.model.request;

import dev.millrace.model.destination.ApproximateCreationDateTimePrecision;

import org.jspecify.annotations.Nullable;

/// Changes how the records for a Kinesis stream are written.
///
/// @param precision null if the request names none, which is refused
public record UpdateKinesisStreamingDestinationRequest(
        String tableName,
        String streamArn,
        @Nullable ApproximateCreationDateTimePrecision precision) {}
