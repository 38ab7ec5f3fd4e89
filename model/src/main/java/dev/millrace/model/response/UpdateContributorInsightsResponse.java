package dev.millrace.model.response;

import dev.millrace.model.insight.InsightsDescription;

/// What contributor insights are after they were switched.
public record UpdateContributorInsightsResponse(InsightsDescription insights) {}
