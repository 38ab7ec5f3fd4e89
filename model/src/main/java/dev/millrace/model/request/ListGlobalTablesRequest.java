package dev.millrace.model.request;

/// Lists the global tables of the legacy version.
public record ListGlobalTablesRequest() {}
