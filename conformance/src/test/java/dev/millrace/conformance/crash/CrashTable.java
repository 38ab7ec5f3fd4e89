package dev.millrace.conformance.crash;

import dev.millrace.conformance.client.Clients;
import dev.millrace.conformance.client.StreamReading;
import dev.millrace.model.stream.StreamViewType;
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

/// The one table of the test, with a stream of both images, as a client of the running server sees
/// it.
record CrashTable(Clients clients) {
    static final String NAME = "crash";
    static final String KEY = "id";

    /// The name of the attribute that tells which write an item comes from.
    static final String VERSION = "version";

    /// Creates the table and waits until it can be used.
    void create() {
        clients.tables()
                .createTable(table ->
                        table.tableName(NAME)
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .attributeDefinitions(attribute())
                                .keySchema(key())
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

    private static AttributeDefinition attribute() {
        return AttributeDefinition.builder()
                .attributeName(KEY)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key() {
        return KeySchemaElement.builder().attributeName(KEY).keyType(KeyType.HASH).build();
    }

    private static StreamSpecification stream() {
        return StreamSpecification.builder()
                .streamEnabled(true)
                .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES.name())
                .build();
    }
}
