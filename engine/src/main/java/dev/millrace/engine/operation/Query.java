package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.query.Cut;
import dev.millrace.engine.query.Fetch;
import dev.millrace.engine.query.Page;
import dev.millrace.engine.query.PageReader;
import dev.millrace.engine.query.QueryRange;
import dev.millrace.engine.query.ReadTarget;
import dev.millrace.engine.throttle.MemoryGate;
import dev.millrace.expression.Condition;
import dev.millrace.expression.ErrorEnvelope;
import dev.millrace.expression.KeyCondition;
import dev.millrace.expression.KeyConditionExpression;
import dev.millrace.expression.LegacyParameters;
import dev.millrace.expression.Projection;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.QueryRequest;
import dev.millrace.model.response.QueryResponse;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// Reads the items of one partition key of a table or index, in the order of the sort key, page by
/// page.
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
        StartKeys.requireValues(request.startKeyFault());
        requireKeyCondition(request);
        RequestExpressions expressions = access.expressions(request.expressionAttributes());
        KeyConditionExpression written = written(request, expressions);
        Condition filter = expressions.filter(request.filterExpression());
        Projection projection = expressions.projection(request.projectionExpression());
        expressions.requireAllUsed();
        KeyConditionExpression keys = written == null ? legacy(request) : written;
        Selection selection =
                Selection.of(
                        ErrorEnvelope.COUNTED,
                        request.select(),
                        projection,
                        attributesToGet,
                        request.indexName());
        Table table = access.catalog().requireUsable(request.tableName());
        ReadTarget target =
                ReadTargets.requireForQuery(table, request.indexName(), request.consistentRead());
        StartKeys.requireShapeOfQuery(target, request.exclusiveStartKey());
        KeyCondition condition = keys.resolve(target.keySchema());
        Cut cut = cut(request, target, condition);
        selection.requireProjected(target);
        QueryFilters.requireNoKey("Filter Expression", filter, target);
        if (queryFilter != null) {
            QueryFilters.requireNoKey("QueryFilter", queryFilter, target);
        }
        selection.requireAllAttributes(target);
        Condition passing = queryFilter == null ? filter : queryFilter;
        QueryFilters.requireProjected(passing, target);
        Fetch fetch = selection.fetch(target, request.consistentRead());
        ReadCapacity.require(access, target, condition.partitionValues());
        access.memory().take(MemoryGate.PAGE_BYTES);
        Page page = fetch == null ? pages.read(cut, passing) : pages.read(cut, passing, fetch);
        return answer(request, target, page, selection);
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

    private static KeyConditionExpression legacy(QueryRequest request) {
        return Objects.requireNonNull(
                LegacyParameters.OF_READ.keyCondition(
                        request.legacy(), request.indexName() != null));
    }

    private static Cut cut(QueryRequest request, ReadTarget target, KeyCondition condition) {
        KeyRange range = QueryRange.of(target, condition);
        return Cut.behind(
                StartKeys.ofQuery(target, request.exclusiveStartKey(), condition, range),
                target,
                range,
                request.scanIndexForward() ? Direction.ASCENDING : Direction.DESCENDING,
                request.limit());
    }

    private QueryResponse answer(
            QueryRequest request, ReadTarget target, Page page, Selection selection) {
        return new QueryResponse(
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
