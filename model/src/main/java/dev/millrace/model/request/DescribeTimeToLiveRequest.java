package dev.millrace.model.request;

/// Describes the expiry of a table's items.
public record DescribeTimeToLiveRequest(String tableName) {}
