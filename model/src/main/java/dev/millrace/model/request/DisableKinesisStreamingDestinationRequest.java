package dev.millrace.model.request;

/// Ends the sending of a table's changes to a Kinesis stream.
///
/// @param isConfigured whether the request has an `EnableKinesisStreamingConfiguration`, which may
///   not be there
public record DisableKinesisStreamingDestinationRequest(
        String tableName, String streamArn, boolean isConfigured) {}
