package dev.millrace.engine.catalog;

/// A policy attached to a table or stream: kept and handed out as it came.
///
/// @param document JSON, as the client wrote it
/// @param revisionId another one for each document that takes the place of one
public record ResourcePolicy(String document, String revisionId) {}
