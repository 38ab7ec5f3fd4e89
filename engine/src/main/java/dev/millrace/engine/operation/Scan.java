package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.query.Page;
import dev.millrace.engine.query.PageReader;
import dev.millrace.engine.query.ScanRange;
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

import java.util.Objects;

/// Reads all items of a table, or of one segment of it, in the order of the hash, page by page.
public final class Scan implements Operation<ScanRequest, ScanResponse> {
    private final ItemAccess access;
    private final PageReader pages;

    public Scan(ItemAccess access, PageReader pages) {
        this.access = access;
        this.pages = pages;
    }

    @Override
    public ScanResponse execute(ScanRequest request) {
        requireSegments(request.segment(), request.totalSegments());
        RequestExpressions expressions = access.expressions(request.expressionAttributes());
        Condition filter =
                Objects.requireNonNullElse(
                        LegacyParameters.OF_READ.filter(request.legacy()),
                        expressions.scanFilter(request.filterExpression()));
        Projection attributesToGet =
                LegacyParameters.OF_READ.projection(request.legacy().attributesToGet());
        Projection projection = expressions.projection(request.projectionExpression());
        expressions.requireAllUsed();
        Selection.require(ErrorEnvelope.BARE, request.select(), projection, attributesToGet);
        Table table = access.catalog().requireUsable(request.tableName());
        StartKeys.requireShape(table.keySchema(), request.exclusiveStartKey());
        PageReader.Cut cut = cut(request, table);
        access.requireReads(table);
        Page page = pages.read(cut, filter);
        return answer(request, table, page, attributesToGet == null ? projection : attributesToGet);
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

    private static PageReader.Cut cut(ScanRequest request, Table table) {
        KeyRange range = range(request, table);
        return new PageReader.Cut(
                range,
                startRow(request, table, range),
                Direction.ASCENDING,
                request.limit() == null ? Integer.MAX_VALUE : request.limit());
    }

    private static KeyRange range(ScanRequest request, Table table) {
        return request.segment() == null || request.totalSegments() == null
                ? ScanRange.ofTable(table.id())
                : ScanRange.ofSegment(table.id(), request.segment(), request.totalSegments());
    }

    private static @Nullable RowKey startRow(ScanRequest request, Table table, KeyRange range) {
        if (request.exclusiveStartKey() == null) {
            return null;
        }
        RowKey row =
                RowKey.of(
                        table.id(),
                        StartKeys.keyOf(table.keySchema(), request.exclusiveStartKey()));
        if (!range.contains(row.bytes())) {
            throw ApiException.validation(
                    "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use"
                            + " ExclusiveStartKey with correct Segment. TotalSegments: %d Segment: %d"
                                    .formatted(request.totalSegments(), request.segment()));
        }
        return row;
    }

    private ScanResponse answer(
            ScanRequest request, Table table, Page page, @Nullable Projection projection) {
        return new ScanResponse(
                Selection.of(page, request.select(), projection),
                page.items().size(),
                page.scannedCount(),
                StartKeys.behind(table.keySchema(), page.last()),
                CapacityUnits.report(
                        request.returnConsumedCapacity(),
                        table.name(),
                        access.chargeRead(
                                table,
                                CapacityUnits.ofRead(
                                        page.scannedBytes(), request.consistentRead()))));
    }
}
