package dev.millrace.model.request;

/// Describes how far back a table can be restored.
public record DescribeContinuousBackupsRequest(String tableName) {}
