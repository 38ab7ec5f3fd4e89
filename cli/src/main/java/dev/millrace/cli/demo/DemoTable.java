package dev.millrace.cli.demo;

import static software.amazon.awssdk.services.dynamodb.model.BillingMode.PAY_PER_REQUEST;
import static software.amazon.awssdk.services.dynamodb.model.KeyType.HASH;
import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.S;
import static software.amazon.awssdk.services.dynamodb.model.StreamViewType.NEW_AND_OLD_IMAGES;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The one table of a demo, made by it and deleted when closed. Writing is safe for many threads.
final class DemoTable implements AutoCloseable {

    private static final int LOOKS_MAX = 600;

    private final DynamoDbClient client;
    private final String name;
    private final String streamArn;

    private DemoTable(DynamoDbClient client, String name, String streamArn) {
        this.client = client;
        this.name = name;
        this.streamArn = streamArn;
    }

    /// Makes the table `name` and waits, with a `pause` between looks, until it can be used.
    ///
    /// @throws DemoException if it takes too long
    static DemoTable create(DynamoDbClient client, String name, Pause pause) {
        TableDescription created = client.createTable(definition(name)).tableDescription();
        DemoTable table = new DemoTable(client, name, created.latestStreamArn());
        table.awaitActive(pause);
        return table;
    }

    /// The stream of all changes, each with the item before and after.
    String streamArn() {
        return streamArn;
    }

    /// Makes one change. Making it a second time in a row changes nothing, so that it can be tried
    /// again.
    void write(ItemChange change) {
        switch (change) {
            case ItemChange.Put(_, var item) ->
                    client.putItem(put -> put.tableName(name).item(item));
            case ItemChange.Update(var key, var item) -> update(key, new UpdateText(item));
            case ItemChange.Delete(var key) ->
                    client.deleteItem(delete -> delete.tableName(name).key(attributes(key)));
        }
    }

    /// All items of the table by their keys, read page by page.
    SortedMap<String, ItemImage> items() {
        SortedMap<String, ItemImage> items = new TreeMap<>();
        for (ScanResponse page :
                client.scanPaginator(scan -> scan.tableName(name).consistentRead(true))) {
            for (Map<String, AttributeValue> item : page.items()) {
                ItemImage image = ItemImage.of(item);
                items.put(image.string(ItemAttributes.PATH).orElse(""), image);
            }
        }
        return items;
    }

    @Override
    public void close() {
        client.deleteTable(delete -> delete.tableName(name));
    }

    private void update(ItemKey key, UpdateText text) {
        client.updateItem(update ->
                update.tableName(name)
                        .key(attributes(key))
                        .updateExpression(text.expression())
                        .conditionExpression("attribute_exists(#" + ItemAttributes.PATH + ")")
                        .expressionAttributeNames(text.names())
                        .expressionAttributeValues(text.values()));
    }

    private void awaitActive(Pause pause) {
        for (int look = 0; look < LOOKS_MAX; look++) {
            if (status() == TableStatus.ACTIVE) {
                return;
            }
            pause.take();
        }
        throw new DemoException("the table " + name + " does not become active");
    }

    private TableStatus status() {
        return client.describeTable(describe -> describe.tableName(name)).table().tableStatus();
    }

    private static Map<String, AttributeValue> attributes(ItemKey key) {
        return Map.of(ItemAttributes.PATH, AttributeValue.fromS(key.text()));
    }

    private static CreateTableRequest definition(String name) {
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(PAY_PER_REQUEST)
                .keySchema(key())
                .attributeDefinitions(keyDefinition())
                .streamSpecification(
                        stream -> stream.streamEnabled(true).streamViewType(NEW_AND_OLD_IMAGES))
                .build();
    }

    private static KeySchemaElement key() {
        return KeySchemaElement.builder().attributeName(ItemAttributes.PATH).keyType(HASH).build();
    }

    private static AttributeDefinition keyDefinition() {
        return AttributeDefinition.builder()
                .attributeName(ItemAttributes.PATH)
                .attributeType(S)
                .build();
    }
}
