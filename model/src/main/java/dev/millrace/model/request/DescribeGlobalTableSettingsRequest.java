package dev.millrace.model.request;

/// Describes the settings of a global table of the legacy version.
public record DescribeGlobalTableSettingsRequest(String globalTableName) {}
