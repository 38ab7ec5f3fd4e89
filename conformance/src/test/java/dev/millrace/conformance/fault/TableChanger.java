package dev.millrace.conformance.fault;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.VectorIndexUpdate;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A client that changes tables while others write to them: indexes come and go, also those of
/// vectors, streams are switched off and on, time to live too, items expire, whole tables pass, are
/// backed up and restored.
final class TableChanger {
    private static final String EXPIRING = "expiring";
    private static final String PASSING = "passing";
    private static final String EXTRA = "extra";
    private static final String UNTIL = "until";
    private static final int ITEMS = 20;
    private static final int CLIENT_ERROR = 400;

    private final Random random;
    private final InstantSource clock;
    private final PastChanger past;
    private int changes;

    TableChanger(Random random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
        this.past = new PastChanger(random);
    }

    /// How many changes were acknowledged.
    int changes() {
        return changes;
    }

    /// Changes something as long as `goesOn`, or until the server is gone.
    void change(DynamoDbClient client, BooleanSupplier goesOn) {
        try {
            while (goesOn.getAsBoolean()) {
                tryToChange(client);
            }
        } catch (SdkClientException e) {
            // The server is gone; whether the last change was made, the tables tell.
            Thread.onSpinWait();
        }
    }

    // What makes no sense at the moment is refused, which is as good as a change.
    private void tryToChange(DynamoDbClient client) {
        try {
            change(client);
            changes++;
        } catch (DynamoDbException e) {
            if (e.statusCode() != CLIENT_ERROR) {
                throw e;
            }
        }
    }

    private void change(DynamoDbClient client) {
        switch (random.nextInt(15)) {
            case 0 -> addIndex(client);
            case 1 -> removeIndex(client);
            case 2 -> switchStream(client, false);
            case 3 -> switchStream(client, true);
            case 4 -> create(client, EXPIRING);
            case 5 -> expire(client);
            case 6 -> create(client, PASSING);
            case 7 -> client.deleteTable(table -> table.tableName(PASSING));
            case 8, 9, 10, 11 -> past.change(client);
            case 12 -> changeVectors(client, it -> it.create(ChangedVectors.added()));
            case 13 -> changeVectors(client, it -> it.delete(ChangedVectors.removed()));
            default -> putAll(client);
        }
    }

    private static void addIndex(DynamoDbClient client) {
        change(
                client,
                GlobalSecondaryIndexUpdate.builder()
                        .create(index ->
                                index.indexName(EXTRA)
                                        .keySchema(hash(DiskWriter.VERSION))
                                        .projection(
                                                it -> it.projectionType(ProjectionType.KEYS_ONLY)))
                        .build());
    }

    private static void removeIndex(DynamoDbClient client) {
        change(
                client,
                GlobalSecondaryIndexUpdate.builder()
                        .delete(index -> index.indexName(EXTRA))
                        .build());
    }

    private static void change(DynamoDbClient client, GlobalSecondaryIndexUpdate update) {
        client.updateTable(table ->
                table.tableName(DiskWriter.TABLE)
                        .attributeDefinitions(
                                DiskServer.attribute(DiskWriter.VERSION, ScalarAttributeType.N))
                        .globalSecondaryIndexUpdates(update));
    }

    private static void changeVectors(
            DynamoDbClient client, Consumer<VectorIndexUpdate.Builder> change) {
        VectorIndexUpdate update = VectorIndexUpdate.builder().applyMutation(change).build();
        client.updateTable(table -> table.tableName(EXPIRING).vectorIndexUpdates(List.of(update)));
    }

    private static void switchStream(DynamoDbClient client, boolean on) {
        client.updateTable(table ->
                table.tableName(DiskWriter.TABLE)
                        .streamSpecification(stream ->
                                stream.streamEnabled(on)
                                        .streamViewType(on ? StreamViewType.NEW_IMAGE : null)));
    }

    private static void create(DynamoDbClient client, String name) {
        client.createTable(table ->
                table.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                                DiskServer.attribute(DiskWriter.KEY, ScalarAttributeType.S))
                        .keySchema(hash(DiskWriter.KEY))
                        .vectorIndexes(List.of(ChangedVectors.index()))
                        .streamSpecification(stream ->
                                stream.streamEnabled(true)
                                        .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
    }

    private void expire(DynamoDbClient client) {
        boolean on = random.nextInt(4) > 0;
        client.updateTimeToLive(table ->
                table.tableName(EXPIRING)
                        .timeToLiveSpecification(it -> it.enabled(on).attributeName(UNTIL)));
    }

    // Some are to expire at once, some in a moment, some never; all have vectors.
    private void putAll(DynamoDbClient client) {
        long now = clock.instant().getEpochSecond();
        String table = random.nextInt(3) == 0 ? PASSING : EXPIRING;
        for (int i = 0; i < ITEMS; i++) {
            String until = Long.toString(now + random.nextInt(-10, 10));
            String key = "key-" + random.nextInt(ITEMS * ITEMS);
            client.putItem(put ->
                    put.tableName(table)
                            .item(
                                    Map.of(
                                            DiskWriter.KEY,
                                            AttributeValue.fromS(key),
                                            UNTIL,
                                            AttributeValue.fromN(until),
                                            ChangedVectors.ATTRIBUTE,
                                            ChangedVectors.vector(random))));
        }
    }

    private static KeySchemaElement hash(String name) {
        return KeySchemaElement.builder().attributeName(name).keyType(KeyType.HASH).build();
    }
}
