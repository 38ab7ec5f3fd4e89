package dev.millrace.model.request;

/// Asks for the quotas of the account.
public record DescribeLimitsRequest() {}
