package dev.millrace.model.backup;

/// A backup and the table that it was made of.
public record BackupDescription(
        BackupDetails backupDetails,
        SourceTableDetails sourceTableDetails,
        SourceTableFeatureDetails sourceTableFeatureDetails) {}
