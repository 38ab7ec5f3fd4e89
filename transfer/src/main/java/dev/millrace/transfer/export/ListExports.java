package dev.millrace.transfer.export;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.document.Document;
import dev.millrace.model.request.ListExportsRequest;
import dev.millrace.model.response.ExportDescription;
import dev.millrace.model.response.ListExportsResponse;
import dev.millrace.transfer.job.JobDocuments;
import dev.millrace.transfer.job.JobPages;

import java.util.List;

/// Lists exports, the newest first.
public record ListExports(JobDocuments documents)
        implements Operation<ListExportsRequest, ListExportsResponse> {
    private record Found(String id, ExportDescription description) {}

    @Override
    public ListExportsResponse execute(ListExportsRequest request) {
        JobPages.requireToken(request.nextToken());
        List<Found> found =
                documents.all().reversed().stream()
                        .filter(one -> JobPages.isBehind(one.key(), request.nextToken()))
                        .map(ListExports::found)
                        .filter(one -> isAskedFor(one.description(), request))
                        .limit(request.maxResults() + 1L)
                        .toList();
        List<Found> page = found.subList(0, Math.min(found.size(), request.maxResults()));
        return new ListExportsResponse(
                page.stream().map(Found::description).toList(),
                found.size() > page.size() ? JobPages.token(page.getLast().id()) : null);
    }

    private static Found found(Document document) {
        return new Found(document.key(), ExportDocument.decode(document).description());
    }

    private static boolean isAskedFor(ExportDescription one, ListExportsRequest request) {
        return request.tableArn() == null || request.tableArn().equals(one.request().tableArn());
    }
}
