package dev.millrace.model.request;

/// Asks for the documents of one kind.
///
/// @param keyPrefix only those whose key begins so; empty for all
public record ReadDocumentsRequest(String kind, String keyPrefix) {}
