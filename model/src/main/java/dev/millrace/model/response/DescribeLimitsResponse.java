package dev.millrace.model.response;

/// What DescribeLimits answers, in capacity units a second.
public record DescribeLimitsResponse(
        long accountMaxReadCapacityUnits,
        long accountMaxWriteCapacityUnits,
        long tableMaxReadCapacityUnits,
        long tableMaxWriteCapacityUnits) {}
