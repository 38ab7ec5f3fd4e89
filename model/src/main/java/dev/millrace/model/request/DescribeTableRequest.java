package dev.millrace.model.request;

/// Describes a table.
public record DescribeTableRequest(String tableName) {}
