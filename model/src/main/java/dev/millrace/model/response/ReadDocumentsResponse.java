package dev.millrace.model.response;

import dev.millrace.model.document.Document;

import java.util.List;

/// Documents, ascending by the UTF-8 form of their keys.
public record ReadDocumentsResponse(List<Document> documents) {}
