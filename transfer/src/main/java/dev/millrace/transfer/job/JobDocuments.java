package dev.millrace.transfer.job;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.model.response.ReadDocumentsResponse;
import dev.millrace.model.response.WriteDocumentsResponse;

import java.util.List;
import java.util.Optional;

/// The documents of the jobs of one kind, by their ids.
///
/// @param kind of the documents
public record JobDocuments(
        Operation<ReadDocumentsRequest, ReadDocumentsResponse> read,
        Operation<WriteDocumentsRequest, WriteDocumentsResponse> write,
        String kind) {
    /// The most jobs that are remembered; the oldest that have ended go first.
    public static final int JOBS_MAX = 1_000;

    /// All jobs, the oldest first.
    public List<Document> all() {
        return read.execute(new ReadDocumentsRequest(kind, "")).documents();
    }

    /// The job with this id.
    public Optional<Document> find(String id) {
        return read.execute(new ReadDocumentsRequest(kind, id)).documents().stream().findFirst();
    }

    /// The change that keeps a job.
    public DocumentChange put(String id, byte[] content) {
        return DocumentChange.put(kind, id, content);
    }

    /// Keeps a job.
    public void save(String id, byte[] content) {
        write.execute(new WriteDocumentsRequest(List.of(put(id, content))));
    }

    /// The documents whose ids begin with `id` and `separator`, in the order of their ids.
    public List<Document> find(String id, String separator) {
        return read.execute(new ReadDocumentsRequest(kind, id + separator)).documents();
    }

    /// The change that forgets one.
    public DocumentChange removal(String id) {
        return DocumentChange.remove(kind, id);
    }

    /// Forgets a job.
    public void remove(String id) {
        write.execute(new WriteDocumentsRequest(List.of(DocumentChange.remove(kind, id))));
    }
}
