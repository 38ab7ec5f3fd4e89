package dev.millrace.model.request;

/// Deletes a table with all its items.
public record DeleteTableRequest(String tableName) {}
