package dev.millrace.model.insight;

/// What the last change of contributor insights came to, once it is complete.
public enum InsightsState {
    /// They are on.
    ENABLED,

    /// They are off.
    DISABLED,

    /// They should be on, but there were too many rules already.
    FAILED
}
