package dev.millrace.model.request;

/// Describes a global table of the legacy version.
public record DescribeGlobalTableRequest(String globalTableName) {}
