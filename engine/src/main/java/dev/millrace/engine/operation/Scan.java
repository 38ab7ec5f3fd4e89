package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.query.Cut;
import dev.millrace.engine.query.Fetch;
import dev.millrace.engine.query.Page;
import dev.millrace.engine.query.PageReader;
import dev.millrace.engine.query.ReadTarget;
import dev.millrace.engine.query.ScanRange;
import dev.millrace.engine.throttle.MemoryGate;
import dev.millrace.expression.Condition;
import dev.millrace.expression.ErrorEnvelope;
import dev.millrace.expression.LegacyParameters;
import dev.millrace.expression.Projection;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ScanRequest;
import dev.millrace.model.response.ScanResponse;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// Reads all items of a table or index, or of one segment of it, in the order of the hash, page by
/// page.
public final class Scan implements Operation<ScanRequest, ScanResponse> {
    private final ItemAccess access;
    private final PageReader pages;

    public Scan(ItemAccess access, PageReader pages) {
        this.access = access;
        this.pages = pages;
    }

    @Override
    public ScanResponse execute(ScanRequest request) {
        Projection attributesToGet =
                LegacyParameters.OF_READ.projection(request.legacy().attributesToGet());
        Condition scanFilter = LegacyParameters.OF_READ.filter(request.legacy());
        StartKeys.requireValues(request.startKeyFault());
        requireSegments(request.segment(), request.totalSegments());
        RequestExpressions expressions = access.expressions(request.expressionAttributes());
        Condition filter =
                Objects.requireNonNullElse(
                        scanFilter, expressions.scanFilter(request.filterExpression()));
        Projection projection = expressions.projection(request.projectionExpression());
        expressions.requireAllUsed();
        Selection selection =
                Selection.of(
                        ErrorEnvelope.BARE,
                        request.select(),
                        projection,
                        attributesToGet,
                        request.indexName());
        Table table = access.catalog().requireUsable(request.tableName());
        ReadTarget target =
                ReadTargets.requireForScan(table, request.indexName(), request.consistentRead());
        StartKeys.requireShapeOfScan(target, request.exclusiveStartKey());
        Cut cut = cut(request, target);
        selection.requireProjected(target);
        selection.requireAllAttributes(target);
        Fetch fetch = selection.fetch(target, request.consistentRead());
        ReadCapacity.require(access, target, List.of());
        access.memory().take(MemoryGate.PAGE_BYTES);
        Page page = fetch == null ? pages.read(cut, filter) : pages.read(cut, filter, fetch);
        return answer(request, target, page, selection);
    }

    private static void requireSegments(@Nullable Integer segment, @Nullable Integer total) {
        if (segment != null && total == null) {
            throw ApiException.validation(
                    "The TotalSegments parameter is required but was not present in the request"
                            + " when Segment parameter is present");
        }
        if (segment == null && total != null) {
            throw ApiException.validation(
                    "The Segment parameter is required but was not present in the request when"
                            + " parameter TotalSegments is present");
        }
        if (segment != null && total != null && segment >= total) {
            throw ApiException.validation(
                    ("The Segment parameter is zero-based and must be less than parameter"
                         + " TotalSegments: Segment: %d is not less than TotalSegments: %d")
                            .formatted(segment, total));
        }
    }

    private static Cut cut(ScanRequest request, ReadTarget target) {
        KeyRange range = range(request, target);
        return Cut.behind(
                startRow(request, target, range),
                target,
                range,
                Direction.ASCENDING,
                request.limit());
    }

    private static KeyRange range(ScanRequest request, ReadTarget target) {
        return request.segment() == null || request.totalSegments() == null
                ? target.rows()
                : ScanRange.ofSegment(target, request.segment(), request.totalSegments());
    }

    private static byte @Nullable [] startRow(
            ScanRequest request, ReadTarget target, KeyRange range) {
        if (request.exclusiveStartKey() == null) {
            return null;
        }
        byte[] row = target.row(request.exclusiveStartKey());
        if (!range.contains(row)) {
            throw ApiException.validation(
                    "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use"
                            + " ExclusiveStartKey with correct Segment. TotalSegments: %d Segment: %d"
                                    .formatted(request.totalSegments(), request.segment()));
        }
        return row;
    }

    private ScanResponse answer(
            ScanRequest request, ReadTarget target, Page page, Selection selection) {
        return new ScanResponse(
                selection.of(page),
                page.items().size(),
                page.scannedCount(),
                StartKeys.behind(target, page.last()),
                ReadCapacity.charge(
                        access,
                        request.returnConsumedCapacity(),
                        target,
                        page,
                        request.consistentRead()));
    }
}
