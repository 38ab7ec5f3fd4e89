package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.Comparator;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.KeyCondition;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Result;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Get, Query and Scan on the reference database (source: dynamodb-api reference, sections 7.4 and
/// 9).
record ReferenceReads(ReferenceTables tables) {
    Result get(DatabaseOperation.Get get) {
        ReferencePaths.requireDistinct(get.projection());
        ReferenceTable table = tables.require(get.tableName());
        Map<String, AttributeValue> item = table.get(table.keys().ofKey(get.key().attributes()));
        return new Result.Found(
                item == null ? null : Item.of(ReferencePaths.project(item, get.projection())));
    }

    Result query(DatabaseOperation.Query query) {
        RequestChecks.requireSelect(query.projection(), query.countsOnly());
        RequestChecks.requireOperands(query.keyCondition());
        RequestChecks.requireOperands(query.filter());
        ReferenceTable table = tables.require(query.tableName());
        requireKeys(table, query.keyCondition());
        ReferenceFilter.requireNoKeyAttribute(query.filter(), table.keySchema());
        List<Map<String, AttributeValue>> scanned = new ArrayList<>();
        for (Map<String, AttributeValue> item : table.items()) {
            if (matches(item, query.keyCondition())) {
                scanned.add(item);
            }
        }
        if (!query.forward()) {
            Collections.reverse(scanned);
        }
        List<Item> kept = kept(scanned, query.filter(), query.projection());
        return new Result.Items(
                query.countsOnly() ? List.of() : kept,
                kept.size(),
                scanned.size(),
                pages(query.limit(), scanned.size()));
    }

    Result scan(DatabaseOperation.Scan scan) {
        RequestChecks.requireSelect(scan.projection(), scan.countsOnly());
        RequestChecks.requireOperands(scan.filter());
        ReferenceTable table = tables.require(scan.tableName());
        List<Item> kept = kept(table.items(), scan.filter(), scan.projection());
        int scanned = table.items().size();
        return new Result.Items(
                scan.countsOnly() ? List.of() : Result.sorted(kept),
                kept.size(),
                scanned,
                scan.totalSegments() == null ? pages(scan.limit(), scanned) : 0);
    }

    private static List<Item> kept(
            Collection<Map<String, AttributeValue>> items,
            @Nullable Condition filter,
            List<DocumentPath> projection) {
        return items.stream()
                .filter(item -> filter == null || new ReferenceCondition(item).holds(filter))
                .map(item -> Item.of(ReferencePaths.project(item, projection)))
                .toList();
    }

    // A page that ends exactly at the last item does not know so: one more, empty, follows.
    private static int pages(@Nullable Integer limit, int scanned) {
        return limit == null ? 1 : scanned / limit + 1;
    }

    private static void requireKeys(ReferenceTable table, KeyCondition condition) {
        KeyAttribute partitionKey = table.keySchema().partitionKey();
        requireName(partitionKey, condition.partitionKey());
        ReferenceKeys.require(condition.partition(), partitionKey);
        switch (condition.sortKeyCondition()) {
            case null -> {}
            case KeyCondition.SortKeyCondition.Comparison(var name, var comparator, var value) -> {
                if (comparator == Comparator.NOT_EQUAL) {
                    throw ApiException.validation("Invalid operator used in a key condition");
                }
                ReferenceKeys.require(value, requireSortKey(table, name));
            }
            case KeyCondition.SortKeyCondition.Between(var name, var lower, var upper) -> {
                ReferenceKeys.require(lower, requireSortKey(table, name));
                ReferenceKeys.require(upper, requireSortKey(table, name));
            }
            case KeyCondition.SortKeyCondition.BeginsWith(var name, var prefix) ->
                    ReferenceKeys.require(prefix, requireSortKey(table, name));
        }
    }

    private static KeyAttribute requireSortKey(ReferenceTable table, String name) {
        KeyAttribute sortKey = table.keySchema().sortKey();
        if (sortKey == null) {
            throw ApiException.validation("Query key condition not supported");
        }
        requireName(sortKey, name);
        return sortKey;
    }

    private static void requireName(KeyAttribute attribute, String name) {
        if (!attribute.name().equals(name)) {
            throw ApiException.validation(
                    "Query condition missed key schema element: " + attribute.name());
        }
    }

    private static boolean matches(Map<String, AttributeValue> item, KeyCondition condition) {
        return condition.partition().equals(item.get(condition.partitionKey()))
                && matches(item, condition.sortKeyCondition());
    }

    private static boolean matches(
            Map<String, AttributeValue> item, KeyCondition.@Nullable SortKeyCondition condition) {
        return switch (condition) {
            case null -> true;
            case KeyCondition.SortKeyCondition.Comparison(var name, var comparator, var value) ->
                    comparator.accepts(order(item, name, value));
            case KeyCondition.SortKeyCondition.Between(var name, var lower, var upper) ->
                    order(item, name, lower) >= 0 && order(item, name, upper) <= 0;
            case KeyCondition.SortKeyCondition.BeginsWith(var name, var prefix) ->
                    ReferenceCondition.beginsWith(item.get(name), prefix);
        };
    }

    private static int order(Map<String, AttributeValue> item, String name, AttributeValue value) {
        AttributeValue stored = item.get(name);
        if (stored == null) {
            throw new IllegalStateException("stored item without its sort key");
        }
        return ValueOrder.compare(stored, value).orElseThrow();
    }
}
