package dev.millrace.model.request;

/// Asks for the Kinesis streams that a table's changes are sent to.
public record DescribeKinesisStreamingDestinationRequest(String tableName) {}
