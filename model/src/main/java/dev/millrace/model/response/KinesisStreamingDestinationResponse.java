package dev.millrace.model.response;

import dev.millrace.model.destination.ApproximateCreationDateTimePrecision;
import dev.millrace.model.destination.DestinationStatus;

import org.jspecify.annotations.Nullable;

/// What becomes of a Kinesis streaming destination that was enabled, disabled or updated.
///
/// @param precision the one that was asked for; null if none was
public record KinesisStreamingDestinationResponse(
        String tableName,
        String streamArn,
        DestinationStatus destinationStatus,
        @Nullable ApproximateCreationDateTimePrecision precision) {}
