package dev.millrace.model.request;

import dev.millrace.model.document.DocumentChange;

import java.util.List;

/// Asks to change documents, all together.
public record WriteDocumentsRequest(List<DocumentChange> changes) {}
