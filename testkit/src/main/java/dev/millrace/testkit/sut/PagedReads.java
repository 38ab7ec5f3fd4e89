package dev.millrace.testkit.sut;

import dev.millrace.model.response.QueryResponse;
import dev.millrace.model.response.ScanResponse;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Result;

import org.jspecify.annotations.Nullable;

/// Queries and scans that follow their pages to the end.
record PagedReads(ClientOperations client) {
    Result query(DatabaseOperation.Query query) {
        PageCollection pages = new PageCollection(query.limit(), query.countsOnly());
        Item startKey = null;
        do {
            QueryResponse page = client.query(Requests.of(query, startKey));
            pages.add(page.items(), page.count(), page.scannedCount());
            startKey = page.lastEvaluatedKey();
        } while (startKey != null);
        return new Result.Items(pages.items(), pages.count(), pages.scannedCount(), pages.pages());
    }

    Result scan(DatabaseOperation.Scan scan) {
        PageCollection pages = new PageCollection(scan.limit(), scan.countsOnly());
        Integer totalSegments = scan.totalSegments();
        if (totalSegments == null) {
            scanSegment(scan, null, pages);
        } else {
            for (int segment = 0; segment < totalSegments; segment++) {
                scanSegment(scan, segment, pages);
            }
        }
        return new Result.Items(
                Result.sorted(pages.items()),
                pages.count(),
                pages.scannedCount(),
                totalSegments == null ? pages.pages() : 0);
    }

    private void scanSegment(
            DatabaseOperation.Scan scan, @Nullable Integer segment, PageCollection pages) {
        Item startKey = null;
        do {
            ScanResponse page = client.scan(Requests.of(scan, segment, startKey));
            pages.add(page.items(), page.count(), page.scannedCount());
            startKey = page.lastEvaluatedKey();
        } while (startKey != null);
    }
}
