package dev.millrace.model.response;

import dev.millrace.model.table.TimeToLiveDescription;

/// What DescribeTimeToLive answers.
public record DescribeTimeToLiveResponse(TimeToLiveDescription timeToLiveDescription) {}
