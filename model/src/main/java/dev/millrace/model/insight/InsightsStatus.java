package dev.millrace.model.insight;

/// How far contributor insights are switched on, as `ContributorInsightsStatus` names it.
public enum InsightsStatus {
    ENABLING,
    ENABLED,
    DISABLING,
    DISABLED,
    FAILED
}
