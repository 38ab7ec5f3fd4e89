package dev.millrace.conformance.client;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

import java.util.ArrayList;
import java.util.List;

/// The table with secondary indexes that tests work with.
final class IndexForms {
    /// The local index by `placed`, which holds keys only.
    static final String BY_DATE = "by-date";

    /// The global index by `customer` and `total`, which holds `placed` as well.
    static final String BY_CUSTOMER = "by-customer";

    private IndexForms() {}

    /// A table of orders.
    static CreateTableRequest orders(String name) {
        CreateTableRequest table = TableForms.sorted(name);
        List<AttributeDefinition> definitions = new ArrayList<>(table.attributeDefinitions());
        definitions.add(attribute("customer", ScalarAttributeType.S));
        definitions.add(attribute("total", ScalarAttributeType.N));
        definitions.add(attribute("placed", ScalarAttributeType.S));
        return table.toBuilder()
                .attributeDefinitions(definitions)
                .localSecondaryIndexes(byDate())
                .globalSecondaryIndexes(byCustomer())
                .build();
    }

    private static LocalSecondaryIndex byDate() {
        return LocalSecondaryIndex.builder()
                .indexName(BY_DATE)
                .keySchema(keys(TableForms.PARTITION_KEY, "placed"))
                .projection(held -> held.projectionType(ProjectionType.KEYS_ONLY))
                .build();
    }

    private static GlobalSecondaryIndex byCustomer() {
        return GlobalSecondaryIndex.builder()
                .indexName(BY_CUSTOMER)
                .keySchema(keys("customer", "total"))
                .projection(held ->
                        held.projectionType(ProjectionType.INCLUDE).nonKeyAttributes("placed"))
                .build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
    }

    private static List<KeySchemaElement> keys(String partition, String sort) {
        return List.of(key(partition, KeyType.HASH), key(sort, KeyType.RANGE));
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
