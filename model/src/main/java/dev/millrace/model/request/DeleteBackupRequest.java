package dev.millrace.model.request;

/// Deletes a backup.
public record DeleteBackupRequest(String backupArn) {}
