package dev.millrace.transfer.load;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.document.Document;
import dev.millrace.model.request.ListImportsRequest;
import dev.millrace.model.response.ImportDescription;
import dev.millrace.model.response.ListImportsResponse;
import dev.millrace.transfer.job.JobDocuments;
import dev.millrace.transfer.job.JobPages;

import java.util.List;

/// Lists imports, the newest first.
public record ListImports(JobDocuments documents)
        implements Operation<ListImportsRequest, ListImportsResponse> {
    private record Found(String id, ImportDescription description) {}

    @Override
    public ListImportsResponse execute(ListImportsRequest request) {
        JobPages.requireToken(request.nextToken());
        List<Found> found =
                documents.all().reversed().stream()
                        .filter(one -> JobPages.isBehind(one.key(), request.nextToken()))
                        .map(ListImports::found)
                        .filter(one -> isAskedFor(one.description(), request))
                        .limit(request.pageSize() + 1L)
                        .toList();
        List<Found> page = found.subList(0, Math.min(found.size(), request.pageSize()));
        return new ListImportsResponse(
                page.stream().map(Found::description).toList(),
                found.size() > page.size() ? JobPages.token(page.getLast().id()) : null);
    }

    private static Found found(Document document) {
        return new Found(document.key(), ImportDocument.decode(document).description());
    }

    private static boolean isAskedFor(ImportDescription one, ListImportsRequest request) {
        return request.tableArn() == null || request.tableArn().equals(one.tableArn());
    }
}
