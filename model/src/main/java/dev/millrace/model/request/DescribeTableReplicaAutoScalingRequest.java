package dev.millrace.model.request;

/// Describes how the replicas of a global table scale.
public record DescribeTableReplicaAutoScalingRequest(String tableName) {}
