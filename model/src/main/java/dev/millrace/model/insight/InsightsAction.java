package dev.millrace.model.insight;

/// What a client asks to be done with contributor insights, as `ContributorInsightsAction` names
/// it.
public enum InsightsAction {
    ENABLE,
    DISABLE
}
