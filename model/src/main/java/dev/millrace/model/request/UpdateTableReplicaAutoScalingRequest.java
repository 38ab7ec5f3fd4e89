package dev.millrace.model.request;

/// Changes how the replicas of a global table scale. What is to change is read and checked, and of
/// no effect, since there is no such table.
public record UpdateTableReplicaAutoScalingRequest(String tableName) {}
