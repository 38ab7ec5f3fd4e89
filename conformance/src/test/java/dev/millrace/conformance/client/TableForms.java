package dev.millrace.conformance.client;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/// The tables that the tests work with.
final class TableForms {
    /// The name of every partition key, a string.
    static final String PARTITION_KEY = "pk";

    /// The name of every sort key, a number.
    static final String SORT_KEY = "sk";

    private TableForms() {}

    /// A table with a partition key.
    static CreateTableRequest simple(String name) {
        return CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute(PARTITION_KEY, ScalarAttributeType.S))
                .keySchema(key(PARTITION_KEY, KeyType.HASH))
                .build();
    }

    /// A table with a partition key and a sort key.
    static CreateTableRequest sorted(String name) {
        return simple(name).toBuilder()
                .attributeDefinitions(
                        attribute(PARTITION_KEY, ScalarAttributeType.S),
                        attribute(SORT_KEY, ScalarAttributeType.N))
                .keySchema(key(PARTITION_KEY, KeyType.HASH), key(SORT_KEY, KeyType.RANGE))
                .build();
    }

    /// The same table with a stream.
    static CreateTableRequest streaming(CreateTableRequest table, StreamViewType viewType) {
        return table.toBuilder()
                .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(viewType))
                .build();
    }

    /// Creates a table and waits until it exists. Answers its name.
    static String create(DynamoDbClient client, CreateTableRequest table) {
        client.createTable(table);
        client.waiter().waitUntilTableExists(request -> request.tableName(table.tableName()));
        return table.tableName();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
