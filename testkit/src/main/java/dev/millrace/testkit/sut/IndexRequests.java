package dev.millrace.testkit.sut;

import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.IndexShape;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/// The parts of a CreateTable request that are about secondary indexes.
final class IndexRequests {
    private static final ProvisionedThroughput THROUGHPUT = new ProvisionedThroughput(5, 5);

    private IndexRequests() {}

    /// The definitions of all key attributes of table and indexes.
    static List<AttributeDefinition> definitions(DatabaseOperation.CreateTable create) {
        return Stream.concat(
                        create.keySchema().attributes().stream(),
                        Stream.concat(
                                create.indexes().stream()
                                        .flatMap(index -> index.keySchema().attributes().stream()),
                                create.vectors().stream().flatMap(index -> index.named().stream())))
                .distinct()
                .map(key -> new AttributeDefinition(key.name(), key.type()))
                .toList();
    }

    /// The indexes of one kind; null if there are none.
    static @Nullable List<IndexSpecification> of(
            DatabaseOperation.CreateTable create, IndexKind kind) {
        boolean units = kind == IndexKind.GLOBAL && create.billingMode() == BillingMode.PROVISIONED;
        List<IndexSpecification> all =
                create.indexes().stream()
                        .filter(index -> index.kind() == kind)
                        .map(index -> of(index, units ? THROUGHPUT : null))
                        .toList();
        return all.isEmpty() ? null : all;
    }

    private static IndexSpecification of(
            IndexShape index, @Nullable ProvisionedThroughput throughput) {
        return new IndexSpecification(
                index.name(), elements(index), index.projection(), throughput, null, null);
    }

    private static List<KeySchemaElement> elements(IndexShape index) {
        return Stream.concat(
                        elements(index.keySchema().partitionKeys(), KeySchemaElement.KeyType.HASH),
                        elements(index.keySchema().sortKeys(), KeySchemaElement.KeyType.RANGE))
                .toList();
    }

    private static Stream<KeySchemaElement> elements(
            List<KeyAttribute> keys, KeySchemaElement.KeyType type) {
        return keys.stream().map(key -> new KeySchemaElement(key.name(), type));
    }
}
