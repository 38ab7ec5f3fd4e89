package dev.millrace.testkit.sut;

import dev.millrace.model.request.ConditionalOperator;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.LegacyCondition;
import dev.millrace.model.request.LegacyOperator;
import dev.millrace.model.request.LegacyRead;
import dev.millrace.model.request.QueryRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ScanRequest;
import dev.millrace.model.request.Select;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.Comparator;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.KeyCondition;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Expectation;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Turns queries and scans into requests with legacy parameters.
final class LegacyReads {
    private LegacyReads() {}

    static QueryRequest of(
            DatabaseOperation.LegacyRead legacy,
            DatabaseOperation.Query query,
            @Nullable Item startKey) {
        return new QueryRequest(
                query.tableName(),
                null,
                null,
                null,
                ExpressionAttributes.NONE,
                query.countsOnly() ? Select.COUNT : null,
                query.limit(),
                query.indexName() == null,
                query.forward(),
                startKey,
                ReturnConsumedCapacity.NONE,
                parameters(legacy, keyConditions(query.keyCondition()), query.projection()),
                query.indexName());
    }

    static ScanRequest of(
            DatabaseOperation.LegacyRead legacy,
            DatabaseOperation.Scan scan,
            @Nullable Integer segment,
            @Nullable Item startKey) {
        return new ScanRequest(
                scan.tableName(),
                null,
                null,
                ExpressionAttributes.NONE,
                scan.countsOnly() ? Select.COUNT : null,
                scan.limit(),
                scan.indexName() == null,
                startKey,
                segment,
                scan.totalSegments(),
                ReturnConsumedCapacity.NONE,
                parameters(legacy, null, scan.projection()),
                scan.indexName());
    }

    private static LegacyRead parameters(
            DatabaseOperation.LegacyRead legacy,
            @Nullable Map<String, LegacyCondition> keyConditions,
            List<DocumentPath> projection) {
        return new LegacyRead(
                keyConditions,
                legacy.filter().isEmpty() ? null : filter(legacy.filter()),
                legacy.any() ? ConditionalOperator.OR : null,
                projection.isEmpty()
                        ? null
                        : projection.stream().map(DocumentPath::attribute).toList());
    }

    private static Map<String, LegacyCondition> filter(List<Expectation> expected) {
        Map<String, LegacyCondition> filter = new LinkedHashMap<>();
        expected.forEach(one ->
                filter.put(
                        one.attribute(),
                        new LegacyCondition(Objects.requireNonNull(one.operator()), one.values())));
        return filter;
    }

    private static Map<String, LegacyCondition> keyConditions(KeyCondition condition) {
        Map<String, LegacyCondition> keys = new LinkedHashMap<>();
        keys.put(condition.partitionKey(), compared(LegacyOperator.EQ, condition.partition()));
        condition
                .equalities()
                .forEach((name, value) -> keys.put(name, compared(LegacyOperator.EQ, value)));
        KeyCondition.SortKeyCondition sort = condition.sortKeyCondition();
        if (sort != null) {
            keys.put(sort.sortKey(), of(sort));
        }
        return keys;
    }

    private static LegacyCondition of(KeyCondition.SortKeyCondition condition) {
        return switch (condition) {
            case KeyCondition.SortKeyCondition.Comparison(_, var comparator, var value) ->
                    compared(operator(comparator), value);
            case KeyCondition.SortKeyCondition.Between(_, var lower, var upper) ->
                    compared(LegacyOperator.BETWEEN, lower, upper);
            case KeyCondition.SortKeyCondition.BeginsWith(_, var prefix) ->
                    compared(LegacyOperator.BEGINS_WITH, prefix);
        };
    }

    private static LegacyOperator operator(Comparator comparator) {
        return switch (comparator) {
            case EQUAL -> LegacyOperator.EQ;
            case NOT_EQUAL -> LegacyOperator.NE;
            case LESS -> LegacyOperator.LT;
            case LESS_OR_EQUAL -> LegacyOperator.LE;
            case GREATER -> LegacyOperator.GT;
            case GREATER_OR_EQUAL -> LegacyOperator.GE;
        };
    }

    private static LegacyCondition compared(LegacyOperator operator, AttributeValue... values) {
        return new LegacyCondition(operator, List.of(values));
    }
}
