package dev.millrace.model.destination;

import org.jspecify.annotations.Nullable;

/// A destination as DescribeKinesisStreamingDestination shows it.
///
/// @param statusDescription why enabling failed; null if it has not
/// @param precision null if the client never chose one, which is as good as milliseconds
public record KinesisDataStreamDestination(
        String streamArn,
        DestinationStatus status,
        @Nullable String statusDescription,
        @Nullable ApproximateCreationDateTimePrecision precision) {}
