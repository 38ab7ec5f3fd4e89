package dev.millrace.testkit.sut;

import dev.millrace.model.request.QueryRequest;
import dev.millrace.model.request.ScanRequest;
import dev.millrace.model.response.QueryResponse;
import dev.millrace.model.response.ScanResponse;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Result;

import org.jspecify.annotations.Nullable;

/// Queries and scans that follow their pages to the end.
record PagedReads(ClientOperations client) {
    Result query(DatabaseOperation.Query query) {
        return query(query, startKey -> Requests.of(query, startKey));
    }

    Result scan(DatabaseOperation.Scan scan) {
        return scan(scan, (segment, startKey) -> Requests.of(scan, segment, startKey));
    }

    Result legacy(DatabaseOperation.LegacyRead legacy) {
        return switch (legacy.read()) {
            case DatabaseOperation.Query query ->
                    query(query, startKey -> LegacyReads.of(legacy, query, startKey));
            case DatabaseOperation.Scan scan ->
                    scan(
                            scan,
                            (segment, startKey) -> LegacyReads.of(legacy, scan, segment, startKey));
            default -> throw new IllegalArgumentException("no read: " + legacy.read());
        };
    }

    /// A query's requests, each for the page behind a key.
    private interface QueryPages {
        QueryRequest behind(@Nullable Item startKey);
    }

    /// A scan's requests, each for the page of a segment behind a key.
    private interface ScanPages {
        ScanRequest behind(@Nullable Integer segment, @Nullable Item startKey);
    }

    private Result query(DatabaseOperation.Query query, QueryPages requests) {
        PageCollection pages = new PageCollection(query.limit(), query.countsOnly());
        Item startKey = null;
        do {
            QueryResponse page = client.query(requests.behind(startKey));
            pages.add(page.items(), page.count(), page.scannedCount());
            startKey = page.lastEvaluatedKey();
        } while (startKey != null);
        return new Result.Items(pages.items(), pages.count(), pages.scannedCount(), pages.pages());
    }

    private Result scan(DatabaseOperation.Scan scan, ScanPages requests) {
        PageCollection pages = new PageCollection(scan.limit(), scan.countsOnly());
        Integer totalSegments = scan.totalSegments();
        if (totalSegments == null) {
            scanSegment(requests, null, pages);
        } else {
            for (int segment = 0; segment < totalSegments; segment++) {
                scanSegment(requests, segment, pages);
            }
        }
        return new Result.Items(
                Result.sorted(pages.items()),
                pages.count(),
                pages.scannedCount(),
                totalSegments == null ? pages.pages() : 0);
    }

    private void scanSegment(ScanPages requests, @Nullable Integer segment, PageCollection pages) {
        Item startKey = null;
        do {
            ScanResponse page = client.scan(requests.behind(segment, startKey));
            pages.add(page.items(), page.count(), page.scannedCount());
            startKey = page.lastEvaluatedKey();
        } while (startKey != null);
    }
}
