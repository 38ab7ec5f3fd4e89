package dev.millrace.transfer.bulk;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.document.Document;
import dev.millrace.model.request.ListBulkOperationsRequest;
import dev.millrace.model.response.BulkOperationDescription;
import dev.millrace.model.response.ListBulkOperationsResponse;
import dev.millrace.transfer.job.JobPages;

import java.util.List;

/// Lists bulk operations, the newest first.
public record ListBulkOperations(BulkEngine engine)
        implements Operation<ListBulkOperationsRequest, ListBulkOperationsResponse> {
    @Override
    public ListBulkOperationsResponse execute(ListBulkOperationsRequest request) {
        JobPages.requireToken(request.nextToken());
        List<Document> found =
                engine.documents().all().reversed().stream()
                        .filter(one -> JobPages.isBehind(one.key(), request.nextToken()))
                        .limit(request.maxResults() + 1L)
                        .toList();
        List<Document> page = found.subList(0, Math.min(found.size(), request.maxResults()));
        return new ListBulkOperationsResponse(
                page.stream().map(this::shown).toList(),
                found.size() > page.size() ? JobPages.token(page.getLast().key()) : null);
    }

    private BulkOperationDescription shown(Document document) {
        return Cancellations.shown(engine, BulkDocument.decode(document).description());
    }
}
