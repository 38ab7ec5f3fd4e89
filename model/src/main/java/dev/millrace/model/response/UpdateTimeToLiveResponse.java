package dev.millrace.model.response;

import dev.millrace.model.table.TimeToLiveSpecification;

/// What UpdateTimeToLive answers: the specification it was given.
public record UpdateTimeToLiveResponse(TimeToLiveSpecification timeToLiveSpecification) {}
