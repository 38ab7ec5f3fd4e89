package dev.millrace.engine.operation;

import dev.millrace.engine.document.Documents;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.response.ReadDocumentsResponse;

/// Reads documents as the last acknowledged write left them.
public final class ReadDocuments implements Operation<ReadDocumentsRequest, ReadDocumentsResponse> {
    private final Documents documents;

    public ReadDocuments(Documents documents) {
        this.documents = documents;
    }

    @Override
    public ReadDocumentsResponse execute(ReadDocumentsRequest request) {
        return new ReadDocumentsResponse(documents.list(request.kind(), request.keyPrefix()));
    }
}
