package dev.millrace.model.response;

/// The global tables of the legacy version: none, since none can be made.
public record ListGlobalTablesResponse() {}
