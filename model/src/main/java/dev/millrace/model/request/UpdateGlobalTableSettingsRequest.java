package dev.millrace.model.request;

/// Changes the settings of a global table of the legacy version. What they are to be is read and
/// checked, and of no effect, since there is no such table.
public record UpdateGlobalTableSettingsRequest(String globalTableName) {}
