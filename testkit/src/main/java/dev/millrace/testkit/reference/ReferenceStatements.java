package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.response.ConditionalCheckFailedException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What statements of PartiQL do other than the plain operations that say the same (source:
/// dynamodb-api reference, section 12): an INSERT finds no item, an UPDATE finds one, a DELETE does
/// nothing where there is none, and a SELECT takes what it shows out of its nesting.
record ReferenceStatements(ReferenceTables tables, ReferenceWrites writes, ReferenceReads reads) {
    Result answer(DatabaseOperation.Statement statement) {
        return switch (statement.plain()) {
            case DatabaseOperation.Put put -> insert(put);
            case DatabaseOperation.Update update -> update(update);
            case DatabaseOperation.Delete delete -> delete(delete);
            case DatabaseOperation.Get get -> get(get);
            case DatabaseOperation.Query query -> query(query);
            case DatabaseOperation.Scan scan -> scan(scan);
            default -> throw new IllegalArgumentException("no statement: " + statement.plain());
        };
    }

    private Result insert(DatabaseOperation.Put put) {
        Condition isNew = new Condition.NotExists(partitionKey(put.tableName()));
        try {
            return writes.put(
                    new DatabaseOperation.Put(
                            put.tableName(), put.item(), isNew, ReturnValues.NONE, false));
        } catch (ConditionalCheckFailedException _) {
            throw new ApiException(ApiError.DUPLICATE_ITEM, "There is an item with this key");
        }
    }

    private Result update(DatabaseOperation.Update update) {
        Condition condition = update.condition();
        RequestChecks.requireActions(update.actions());
        RequestChecks.requireOperands(condition);
        Condition exists = new Condition.Exists(partitionKey(update.tableName()));
        return writes.update(
                new DatabaseOperation.Update(
                        update.tableName(),
                        update.key(),
                        update.actions(),
                        condition == null ? exists : new Condition.And(exists, condition),
                        update.returnValues(),
                        update.showsItemOnFailure()));
    }

    private Result delete(DatabaseOperation.Delete delete) {
        RequestChecks.requireOperands(delete.condition());
        ReferenceTable table = tables.require(delete.tableName());
        boolean isThere = table.get(table.keys().ofKey(delete.key().attributes())) != null;
        return isThere ? writes.delete(delete) : new Result.Attributes(null);
    }

    private Result get(DatabaseOperation.Get get) {
        ReferenceTable table = tables.require(get.tableName());
        Map<String, AttributeValue> item = table.get(table.keys().ofKey(get.key().attributes()));
        return new Result.Found(item == null ? null : shown(Item.of(item), get.projection()));
    }

    private Result query(DatabaseOperation.Query query) {
        RequestChecks.requireOperands(query.keyCondition());
        RequestChecks.requireOperands(query.filter());
        ReferenceIndex index = tables.require(query.tableName()).index(query.indexName());
        if (index != null) {
            requireSingleAttributes(index.shape().keySchema());
        }
        return found(
                reads.query(
                        new DatabaseOperation.Query(
                                query.tableName(),
                                query.keyCondition(),
                                query.filter(),
                                List.of(),
                                null,
                                query.forward(),
                                false,
                                query.indexName())),
                query.projection());
    }

    private static void requireSingleAttributes(IndexKeySchema schema) {
        if (schema.partitionKeys().size() > 1 || schema.sortKeys().size() > 1) {
            throw ApiException.validation("No statements on keys of several attributes");
        }
    }

    private Result scan(DatabaseOperation.Scan scan) {
        List<Item> items =
                found(
                                reads.scan(
                                        new DatabaseOperation.Scan(
                                                scan.tableName(),
                                                scan.filter(),
                                                List.of(),
                                                null,
                                                null,
                                                false,
                                                scan.indexName())),
                                scan.projection())
                        .items();
        return new Result.Items(Result.sorted(items), items.size(), 0, 0);
    }

    private static Result.Items found(Result result, List<DocumentPath> columns) {
        List<Item> items =
                ((Result.Items) result).items().stream().map(item -> shown(item, columns)).toList();
        return new Result.Items(items, items.size(), 0, 0);
    }

    private static Item shown(Item item, List<DocumentPath> columns) {
        if (columns.isEmpty()) {
            return item;
        }
        Map<String, AttributeValue> shown = new LinkedHashMap<>();
        for (DocumentPath column : columns) {
            AttributeValue value = ReferencePaths.read(item.attributes(), column);
            if (value != null) {
                shown.put(nameOf(column), value);
            }
        }
        return Item.of(shown);
    }

    // The last name of the path and the positions behind it.
    private static String nameOf(DocumentPath column) {
        String name = "";
        for (DocumentPath.Step step : column.steps()) {
            name =
                    switch (step) {
                        case DocumentPath.Step.Name(var entry) -> entry;
                        case DocumentPath.Step.Index(var index) -> name + "[" + index + "]";
                    };
        }
        return name;
    }

    private DocumentPath partitionKey(String tableName) {
        return DocumentPath.of(tables.require(tableName).keySchema().partitionKey().name());
    }
}
