package dev.millrace.model.transfer;

/// How fast a bulk operation is on AWS. Here both are the same.
public enum PerformanceTier {
    STANDARD,
    ACCELERATED
}
