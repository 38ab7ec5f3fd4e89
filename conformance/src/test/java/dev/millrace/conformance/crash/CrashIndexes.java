package dev.millrace.conformance.crash;

import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.testkit.operation.IndexShape;

import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

import java.util.List;

/// The indexes of the test's table, as the SDK creates them and as the invariant knows them. Every
/// write gives its item another version, so it moves the item's entry in both.
final class CrashIndexes {
    private static final String UPDATES = "updates";
    private static final KeyAttribute VERSION = new KeyAttribute(CrashTable.VERSION, ScalarType.N);

    static final LocalSecondaryIndex LOCAL =
            LocalSecondaryIndex.builder()
                    .indexName("by-version-of-one")
                    .keySchema(
                            CrashTable.key(CrashTable.KEY, KeyType.HASH),
                            CrashTable.key(CrashTable.VERSION, KeyType.RANGE))
                    .projection(Projection.builder().projectionType(ProjectionType.ALL).build())
                    .build();

    static final GlobalSecondaryIndex GLOBAL =
            GlobalSecondaryIndex.builder()
                    .indexName("by-version")
                    .keySchema(CrashTable.key(CrashTable.VERSION, KeyType.HASH))
                    .projection(
                            Projection.builder()
                                    .projectionType(ProjectionType.INCLUDE)
                                    .nonKeyAttributes(UPDATES)
                                    .build())
                    .build();

    static final List<IndexShape> ALL =
            List.of(
                    new IndexShape(
                            IndexKind.LOCAL,
                            LOCAL.indexName(),
                            new IndexKeySchema(
                                    List.of(ModelForms.KEY_SCHEMA.partitionKey()),
                                    List.of(VERSION)),
                            IndexProjection.ALL),
                    new IndexShape(
                            IndexKind.GLOBAL,
                            GLOBAL.indexName(),
                            new IndexKeySchema(List.of(VERSION), List.of()),
                            new IndexProjection(
                                    dev.millrace.model.table.ProjectionType.INCLUDE,
                                    List.of(UPDATES))));

    private CrashIndexes() {}
}
