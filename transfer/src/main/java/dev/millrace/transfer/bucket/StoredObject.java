package dev.millrace.transfer.bucket;

/// An object as a list of a bucket shows it.
///
/// @param bytes how large it is
public record StoredObject(String key, long bytes) {}
