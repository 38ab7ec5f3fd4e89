package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.query.Page;
import dev.millrace.engine.query.PageReader;
import dev.millrace.engine.query.QueryRange;
import dev.millrace.expression.Condition;
import dev.millrace.expression.ErrorEnvelope;
import dev.millrace.expression.KeyCondition;
import dev.millrace.expression.KeyConditionExpression;
import dev.millrace.expression.LegacyParameters;
import dev.millrace.expression.Projection;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.QueryRequest;
import dev.millrace.model.response.QueryResponse;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// Reads the items of one partition key, in the order of the sort key, page by page.
public final class Query implements Operation<QueryRequest, QueryResponse> {
    private final ItemAccess access;
    private final PageReader pages;

    public Query(ItemAccess access, PageReader pages) {
        this.access = access;
        this.pages = pages;
    }

    @Override
    public QueryResponse execute(QueryRequest request) {
        Condition queryFilter = LegacyParameters.OF_READ.filter(request.legacy());
        Projection attributesToGet =
                LegacyParameters.OF_READ.projection(request.legacy().attributesToGet());
        requireKeyCondition(request);
        RequestExpressions expressions = access.expressions(request.expressionAttributes());
        KeyConditionExpression written = written(request, expressions);
        Condition filter = expressions.filter(request.filterExpression());
        Projection projection = expressions.projection(request.projectionExpression());
        expressions.requireAllUsed();
        KeyConditionExpression keys =
                Objects.requireNonNull(
                        written == null
                                ? LegacyParameters.OF_READ.keyCondition(request.legacy())
                                : written);
        Selection.require(ErrorEnvelope.COUNTED, request.select(), projection, attributesToGet);
        Table table = access.catalog().requireUsable(request.tableName());
        StartKeys.requireShape(table.keySchema(), request.exclusiveStartKey());
        KeyCondition condition = keys.resolve(table.keySchema());
        requireNoKeyIn("Filter Expression", filter, table.keySchema());
        if (queryFilter != null) {
            requireNoKeyIn("QueryFilter", queryFilter, table.keySchema());
        }
        PageReader.Cut cut = cut(request, table, condition);
        access.requireReads(table);
        Page page = pages.read(cut, queryFilter == null ? filter : queryFilter);
        return answer(request, table, page, attributesToGet == null ? projection : attributesToGet);
    }

    private static void requireKeyCondition(QueryRequest request) {
        if (request.keyConditionExpression() == null && request.legacy().keyConditions() == null) {
            throw ApiException.validation(
                    "Either the KeyConditions or KeyConditionExpression parameter must be"
                            + " specified in the request.");
        }
    }

    private static @Nullable KeyConditionExpression written(
            QueryRequest request, RequestExpressions expressions) {
        String text = request.keyConditionExpression();
        return text == null ? null : expressions.keyCondition(text);
    }

    private static PageReader.Cut cut(QueryRequest request, Table table, KeyCondition condition) {
        KeyRange range = QueryRange.of(table.id(), condition);
        Direction direction =
                request.scanIndexForward() ? Direction.ASCENDING : Direction.DESCENDING;
        return new PageReader.Cut(
                range,
                startRow(request, table, condition, range),
                direction,
                request.limit() == null ? Integer.MAX_VALUE : request.limit());
    }

    private static @Nullable RowKey startRow(
            QueryRequest request, Table table, KeyCondition condition, KeyRange range) {
        if (request.exclusiveStartKey() == null) {
            return null;
        }
        PrimaryKey start = StartKeys.keyOf(table.keySchema(), request.exclusiveStartKey());
        if (!start.partition().equals(condition.partitionValue())) {
            throw ApiException.validation(
                    "The provided starting key is outside query boundaries based on provided"
                            + " conditions");
        }
        RowKey row = RowKey.of(table.id(), start);
        if (!range.contains(row.bytes())) {
            throw ApiException.validation(
                    "The provided starting key does not match the range key predicate");
        }
        return row;
    }

    private static void requireNoKeyIn(String member, Condition filter, KeySchema schema) {
        filter.attributeNames().stream()
                .filter(schema::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw ApiException.validation(
                            member
                                    + " can only contain non-primary key attributes: Primary key"
                                    + " attribute: "
                                    + name);
                });
    }

    private QueryResponse answer(
            QueryRequest request, Table table, Page page, @Nullable Projection projection) {
        return new QueryResponse(
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
