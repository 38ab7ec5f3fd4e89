package dev.millrace.model.transfer;

/// Why an export or import has failed.
///
/// @param code for programs, as `S3NoSuchBucket`
/// @param message for people
public record Failure(String code, String message) {}
