package dev.millrace.benchmarks.embedded;

import dev.millrace.engine.Engine;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.RollShards;
import dev.millrace.engine.operation.TrimStream;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.BatchWriteItemRequest;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.DescribeTableRequest;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.WriteRequest;
import dev.millrace.model.response.BatchWriteItemResponse;
import dev.millrace.model.response.PutItemResponse;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.value.Item;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A table of an embedded engine whose stream shows new and old images: on-demand, with the string
/// key `id`, and so four open shards.
public final class StreamedTable {
    private static final String NAME = "streamed";

    private final Engine engine;
    private final Operation<PutItemRequest, PutItemResponse> putItem;
    private final Operation<BatchWriteItemRequest, BatchWriteItemResponse> batchWriteItem;
    private final String streamArn;

    private StreamedTable(Engine engine) {
        this.engine = engine;
        putItem = engine.putItem();
        batchWriteItem = engine.batchWriteItem();
        streamArn =
                Objects.requireNonNull(
                        engine.describeTable()
                                .execute(new DescribeTableRequest(NAME))
                                .table()
                                .latestStreamArn());
    }

    /// Creates the table.
    public static StreamedTable create(Engine engine) {
        engine.createTable()
                .execute(
                        new CreateTableRequest(
                                NAME,
                                List.of(new AttributeDefinition("id", ScalarType.S)),
                                List.of(new KeySchemaElement("id", KeyType.HASH)),
                                BillingMode.PAY_PER_REQUEST,
                                null,
                                new StreamSpecification(true, StreamViewType.NEW_AND_OLD_IMAGES)));
        return new StreamedTable(engine);
    }

    /// The table that was created before.
    public static StreamedTable existing(Engine engine) {
        return new StreamedTable(engine);
    }

    /// The ARN of its stream.
    public String streamArn() {
        return streamArn;
    }

    /// Puts one item.
    public void put(Item item) {
        putItem.execute(
                new PutItemRequest(
                        NAME,
                        item,
                        null,
                        ExpressionAttributes.NONE,
                        ReturnValues.NONE,
                        ReturnValuesOnConditionCheckFailure.NONE,
                        ReturnConsumedCapacity.NONE,
                        ReturnItemCollectionMetrics.NONE));
    }

    /// Puts up to 25 items with different keys.
    public void putAll(List<Item> items) {
        List<WriteRequest> writes =
                items.stream().<WriteRequest>map(WriteRequest.Put::new).toList();
        batchWriteItem.execute(
                new BatchWriteItemRequest(
                        Map.of(NAME, writes),
                        ReturnConsumedCapacity.NONE,
                        ReturnItemCollectionMetrics.NONE));
    }

    /// Rolls all four open shards over.
    public void roll() {
        engine.shards().roll().execute(new RollShards.Request(streamArn, null));
    }

    /// Trims the stream; gives the number of shards that vanished.
    public int trim(Instant before) {
        return engine.shards()
                .trim()
                .execute(new TrimStream.Request(streamArn, before))
                .trimmedShardIds()
                .size();
    }
}
