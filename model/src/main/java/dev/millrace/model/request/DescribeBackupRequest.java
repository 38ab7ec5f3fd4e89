package dev.millrace.model.request;

/// Describes a backup.
public record DescribeBackupRequest(String backupArn) {}
