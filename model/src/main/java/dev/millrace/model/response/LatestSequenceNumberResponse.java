package dev.millrace.model.response;

/// The place in a shard behind which every record comes that is written from now on.
///
/// @param sequenceNumber not less than that of any record that the shard has
public record LatestSequenceNumberResponse(String sequenceNumber) {}
