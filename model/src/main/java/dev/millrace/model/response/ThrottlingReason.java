package dev.millrace.model.response;

/// Which limit of which resource a request went beyond.
///
/// @param reason for example `TableWriteProvisionedThroughputExceeded`
/// @param resource the ARN of the table or index
public record ThrottlingReason(String reason, String resource) {}
