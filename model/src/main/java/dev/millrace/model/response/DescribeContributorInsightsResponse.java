package dev.millrace.model.response;

import dev.millrace.model.insight.InsightsDescription;

/// How far contributor insights are switched on.
public record DescribeContributorInsightsResponse(InsightsDescription insights) {}
