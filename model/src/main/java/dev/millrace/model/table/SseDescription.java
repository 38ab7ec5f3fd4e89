package dev.millrace.model.table;

/// The encryption of a table with a key of the key service, as DescribeTable shows it. It is kept
/// and shown; nothing is encrypted by it here.
public record SseDescription(SseType sseType, String kmsMasterKeyArn) {}
