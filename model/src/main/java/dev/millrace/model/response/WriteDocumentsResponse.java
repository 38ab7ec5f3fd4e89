package dev.millrace.model.response;

/// Says that documents have been changed.
public record WriteDocumentsResponse() {}
