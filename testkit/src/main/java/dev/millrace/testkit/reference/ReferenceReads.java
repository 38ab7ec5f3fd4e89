package dev.millrace.testkit.reference;

import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
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
        ReferenceIndex index = table.index(query.indexName());
        ReferenceKeyConditions.requireKeys(
                index == null ? IndexKeySchema.of(table.keySchema()) : index.shape().keySchema(),
                query.keyCondition());
        if (index == null) {
            ReferenceFilter.requireNoKeyAttribute(query.filter(), table.keySchema());
        } else {
            index.requireFilter(query.filter());
            index.requireShown(query.projection());
        }
        List<Map<String, AttributeValue>> scanned = new ArrayList<>();
        for (Map<String, AttributeValue> item : itemsOf(table, index)) {
            if (ReferenceKeyConditions.matches(item, query.keyCondition())) {
                scanned.add(item);
            }
        }
        if (!query.forward()) {
            Collections.reverse(scanned);
        }
        List<Item> kept = kept(scanned, index, query.filter(), query.projection());
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
        ReferenceIndex index = table.index(scan.indexName());
        if (index != null) {
            index.requireShown(scan.projection());
        }
        Collection<Map<String, AttributeValue>> scanned = itemsOf(table, index);
        List<Item> kept = kept(scanned, index, scan.filter(), scan.projection());
        return new Result.Items(
                scan.countsOnly() ? List.of() : Result.sorted(kept),
                kept.size(),
                scanned.size(),
                scan.totalSegments() == null ? pages(scan.limit(), scanned.size()) : 0);
    }

    private static Collection<Map<String, AttributeValue>> itemsOf(
            ReferenceTable table, @Nullable ReferenceIndex index) {
        return index == null ? table.items() : index.items();
    }

    // A filter sees what the index holds; a projection, once it is allowed, the whole item.
    private static List<Item> kept(
            Collection<Map<String, AttributeValue>> items,
            @Nullable ReferenceIndex index,
            @Nullable Condition filter,
            List<DocumentPath> projection) {
        List<Item> kept = new ArrayList<>();
        for (Map<String, AttributeValue> item : items) {
            Map<String, AttributeValue> seen = index == null ? item : index.entry(item);
            if (seen != null && (filter == null || new ReferenceCondition(seen).holds(filter))) {
                kept.add(
                        Item.of(
                                projection.isEmpty()
                                        ? seen
                                        : ReferencePaths.project(item, projection)));
            }
        }
        return kept;
    }

    // A page that ends exactly at the last item does not know so: one more, empty, follows.
    private static int pages(@Nullable Integer limit, int scanned) {
        return limit == null ? 1 : scanned / limit + 1;
    }
}
