package dev.millrace.model.response;

import dev.millrace.model.destination.KinesisDataStreamDestination;

import java.util.List;

/// The Kinesis streams that a table's changes are or were sent to, the one named last first.
public record DescribeKinesisStreamingDestinationResponse(
        String tableName, List<KinesisDataStreamDestination> destinations) {}
