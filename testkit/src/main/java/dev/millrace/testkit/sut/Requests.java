package dev.millrace.testkit.sut;

import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.DeleteItemRequest;
import dev.millrace.model.request.GetItemRequest;
import dev.millrace.model.request.KeysAndAttributes;
import dev.millrace.model.request.LegacyRead;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.request.QueryRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.ScanRequest;
import dev.millrace.model.request.Select;
import dev.millrace.model.request.TableOptions;
import dev.millrace.model.request.UpdateItemRequest;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.ExpressionWriter;
import dev.millrace.testkit.expression.Placeholders;
import dev.millrace.testkit.operation.DatabaseOperation;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Turns operations into the API's requests, expression trees into text with placeholders.
final class Requests {
    private static final ProvisionedThroughput THROUGHPUT = new ProvisionedThroughput(5, 5);

    private Requests() {}

    static CreateTableRequest of(DatabaseOperation.CreateTable create) {
        return new CreateTableRequest(
                create.tableName(),
                IndexRequests.definitions(create),
                elements(create.keySchema()),
                create.billingMode(),
                create.billingMode() == BillingMode.PROVISIONED ? THROUGHPUT : null,
                create.streamViewType() == null
                        ? null
                        : new StreamSpecification(true, create.streamViewType()),
                TableOptions.NONE,
                List.of(),
                null,
                IndexRequests.of(create, IndexKind.LOCAL),
                IndexRequests.of(create, IndexKind.GLOBAL),
                VectorRequests.of(create));
    }

    static UpdateTableRequest of(DatabaseOperation.EnableStream enable) {
        return new UpdateTableRequest(
                enable.tableName(),
                null,
                null,
                new StreamSpecification(true, enable.streamViewType()));
    }

    static UpdateTableRequest of(DatabaseOperation.DisableStream disable) {
        return new UpdateTableRequest(
                disable.tableName(), null, null, new StreamSpecification(false, null));
    }

    static PutItemRequest of(DatabaseOperation.Put put) {
        Placeholders placeholders = new Placeholders();
        String condition = condition(put.condition(), placeholders);
        return new PutItemRequest(
                put.tableName(),
                put.item(),
                condition,
                placeholders.attributes(),
                put.returnValues(),
                onFailure(put.showsItemOnFailure()),
                ReturnConsumedCapacity.NONE,
                ReturnItemCollectionMetrics.NONE);
    }

    static UpdateItemRequest of(DatabaseOperation.Update update) {
        Placeholders placeholders = new Placeholders();
        String actions =
                update.actions().isEmpty()
                        ? null
                        : new ExpressionWriter(placeholders).update(update.actions());
        String condition = condition(update.condition(), placeholders);
        return new UpdateItemRequest(
                update.tableName(),
                update.key(),
                actions,
                condition,
                placeholders.attributes(),
                update.returnValues(),
                onFailure(update.showsItemOnFailure()),
                ReturnConsumedCapacity.NONE,
                ReturnItemCollectionMetrics.NONE);
    }

    static DeleteItemRequest of(DatabaseOperation.Delete delete) {
        Placeholders placeholders = new Placeholders();
        String condition = condition(delete.condition(), placeholders);
        return new DeleteItemRequest(
                delete.tableName(),
                delete.key(),
                condition,
                placeholders.attributes(),
                delete.returnValues(),
                onFailure(delete.showsItemOnFailure()),
                ReturnConsumedCapacity.NONE,
                ReturnItemCollectionMetrics.NONE);
    }

    static GetItemRequest of(DatabaseOperation.Get get) {
        Placeholders placeholders = new Placeholders();
        String projection = projection(get.projection(), placeholders);
        return new GetItemRequest(
                get.tableName(),
                get.key(),
                true,
                projection,
                placeholders.attributes(),
                ReturnConsumedCapacity.NONE);
    }

    static KeysAndAttributes of(DatabaseOperation.KeysToRead reads) {
        Placeholders placeholders = new Placeholders();
        String projection = projection(reads.projection(), placeholders);
        return new KeysAndAttributes(reads.keys(), true, projection, placeholders.attributes());
    }

    static QueryRequest of(DatabaseOperation.Query query, @Nullable Item startKey) {
        Placeholders placeholders = new Placeholders();
        ExpressionWriter writer = new ExpressionWriter(placeholders);
        String keyCondition = writer.keyCondition(query.keyCondition());
        String filter = condition(query.filter(), placeholders);
        String projection = projection(query.projection(), placeholders);
        return new QueryRequest(
                query.tableName(),
                keyCondition,
                filter,
                projection,
                placeholders.attributes(),
                query.countsOnly() ? Select.COUNT : null,
                query.limit(),
                query.indexName() == null,
                query.forward(),
                startKey,
                ReturnConsumedCapacity.NONE,
                LegacyRead.NONE,
                query.indexName());
    }

    static ScanRequest of(
            DatabaseOperation.Scan scan, @Nullable Integer segment, @Nullable Item startKey) {
        Placeholders placeholders = new Placeholders();
        String filter = condition(scan.filter(), placeholders);
        String projection = projection(scan.projection(), placeholders);
        return new ScanRequest(
                scan.tableName(),
                filter,
                projection,
                placeholders.attributes(),
                scan.countsOnly() ? Select.COUNT : null,
                scan.limit(),
                scan.indexName() == null,
                startKey,
                segment,
                scan.totalSegments(),
                ReturnConsumedCapacity.NONE,
                LegacyRead.NONE,
                scan.indexName());
    }

    private static List<KeySchemaElement> elements(KeySchema schema) {
        KeySchemaElement partitionKey =
                new KeySchemaElement(schema.partitionKey().name(), KeySchemaElement.KeyType.HASH);
        KeyAttribute sortKey = schema.sortKey();
        return sortKey == null
                ? List.of(partitionKey)
                : List.of(
                        partitionKey,
                        new KeySchemaElement(sortKey.name(), KeySchemaElement.KeyType.RANGE));
    }

    private static @Nullable String condition(
            @Nullable Condition condition, Placeholders placeholders) {
        return condition == null ? null : new ExpressionWriter(placeholders).condition(condition);
    }

    private static @Nullable String projection(
            List<DocumentPath> projection, Placeholders placeholders) {
        return projection.isEmpty()
                ? null
                : new ExpressionWriter(placeholders).projection(projection);
    }

    private static ReturnValuesOnConditionCheckFailure onFailure(boolean showsItem) {
        return showsItem
                ? ReturnValuesOnConditionCheckFailure.ALL_OLD
                : ReturnValuesOnConditionCheckFailure.NONE;
    }
}
