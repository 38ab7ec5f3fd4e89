package dev.millrace.model.table;

/// Whether the settings of a global table are to be the same everywhere, as
/// `GlobalTableSettingsReplicationMode` names it. A table of one region keeps what it is told, and
/// nothing follows from it.
public enum SettingsReplication {
    ENABLED,
    DISABLED,

    /// What AWS shows of global tables; nobody can ask for it.
    ENABLED_WITH_OVERRIDES
}
