package dev.millrace.conformance.crash;

import dev.millrace.conformance.client.Clients;
import dev.millrace.conformance.client.StreamReading;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.operation.IndexShape;
import dev.millrace.testkit.stream.ShardContent;
import dev.millrace.testkit.stream.StreamContent;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The one table of the test, with a stream of both images, a local and a global index, as a client
/// of the running server sees it.
record CrashTable(Clients clients) {
    static final String NAME = "crash";
    static final String KEY = "id";

    /// The name of the sort key, which has the same value in all items.
    static final String SORT_KEY = "part";

    /// The name of the attribute that tells which write an item comes from.
    static final String VERSION = "version";

    /// Creates the table and waits until it can be used.
    void create() {
        clients.tables()
                .createTable(table ->
                        table.tableName(NAME)
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .attributeDefinitions(
                                        attribute(KEY, ScalarAttributeType.S),
                                        attribute(SORT_KEY, ScalarAttributeType.S),
                                        attribute(VERSION, ScalarAttributeType.N))
                                .keySchema(key(KEY, KeyType.HASH), key(SORT_KEY, KeyType.RANGE))
                                .localSecondaryIndexes(CrashIndexes.LOCAL)
                                .globalSecondaryIndexes(CrashIndexes.GLOBAL)
                                .streamSpecification(stream()));
        clients.tables().waiter().waitUntilTableExists(request -> request.tableName(NAME));
    }

    /// All items.
    List<Map<String, AttributeValue>> items() {
        return clients
                .tables()
                .scanPaginator(request -> request.tableName(NAME).consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    /// All entries of an index.
    List<Item> entries(IndexShape index) {
        return clients
                .tables()
                .scanPaginator(request -> request.tableName(NAME).indexName(index.name()))
                .items()
                .stream()
                .map(ModelForms::item)
                .toList();
    }

    /// The key of an item.
    static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new TreeMap<>(item);
        key.keySet().retainAll(List.of(KEY, SORT_KEY));
        return key;
    }

    /// The whole stream from its first record.
    StreamContent streamContent() {
        String streamArn =
                clients.tables()
                        .describeTable(request -> request.tableName(NAME))
                        .table()
                        .latestStreamArn();
        StreamReading stream = new StreamReading(clients.streams(), streamArn);
        List<ShardContent> shards =
                stream.shards().stream()
                        .map(shard ->
                                new ShardContent(
                                        ModelForms.shard(shard),
                                        stream.records(shard).stream()
                                                .map(ModelForms::record)
                                                .toList()))
                        .toList();
        return new StreamContent(
                streamArn, ModelForms.KEY_SCHEMA, StreamViewType.NEW_AND_OLD_IMAGES, shards);
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
    }

    /// One element of a key schema.
    static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static StreamSpecification stream() {
        return StreamSpecification.builder()
                .streamEnabled(true)
                .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES.name())
                .build();
    }
}
