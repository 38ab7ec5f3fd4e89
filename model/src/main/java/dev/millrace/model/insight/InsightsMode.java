package dev.millrace.model.insight;

/// Which keys are counted, as `ContributorInsightsMode` names it.
public enum InsightsMode {
    /// Those of every access, and those of throttled requests.
    ACCESSED_AND_THROTTLED_KEYS,

    /// Those of throttled requests alone.
    THROTTLED_KEYS
}
