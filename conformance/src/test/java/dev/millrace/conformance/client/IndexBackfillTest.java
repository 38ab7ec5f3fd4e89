package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/// An index that is added through the SDK to a table with items, while others write to it.
final class IndexBackfillTest extends ClientTest {
    private static final String INDEX = "by-color";
    private static final int ITEMS = 1_000;
    private static final int BATCH = 25;
    private static final int WRITERS = 3;
    private static final long SEED = 77;

    IndexBackfillTest(Storage storage) {
        super(storage);
    }

    @Test
    void indexAddedAmongWritesHoldsExactlyTheItemsWithAColor() {
        String table = newTable();
        fill(table);
        AtomicBoolean active = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Random random = new Random(SEED + i);
                writers.add(
                        CompletableFuture.runAsync(() -> write(table, random, active), threads));
            }
            addIndex(table);
            awaitActive(table);
            active.set(true);
            writers.forEach(CompletableFuture::join);
        }

        assertThat(keysByColor(scan(table, INDEX)))
                .as("seed %d", SEED)
                .isEqualTo(keysByColor(scan(table, null)));
        assertThat(index(table).itemCount()).isEqualTo(keysByColor(scan(table, null)).size());
    }

    private void fill(String table) {
        for (int first = 0; first < ITEMS; first += BATCH) {
            List<WriteRequest> batch = new ArrayList<>();
            for (int i = first; i < first + BATCH; i++) {
                Map<String, AttributeValue> item = item("k" + i, i % 4);
                batch.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
            }
            tables().batchWriteItem(request -> request.requestItems(Map.of(table, batch)));
        }
    }

    private void write(String table, Random random, AtomicBoolean active) {
        DynamoDbClient client = tables();
        while (!active.get()) {
            String key = "k" + random.nextInt(ITEMS);
            if (random.nextInt(4) == 0) {
                client.deleteItem(request -> request.tableName(table).key(Items.key(key)));
            } else {
                Map<String, AttributeValue> item = item(key, random.nextInt(6));
                client.putItem(request -> request.tableName(table).item(item));
            }
        }
    }

    // Every fourth kind of item has no color, and no place in the index.
    private static Map<String, AttributeValue> item(String key, int kind) {
        return kind == 3
                ? Items.key(key)
                : Items.with(Items.key(key), "color", Items.s("color-" + kind));
    }

    private void addIndex(String table) {
        CreateGlobalSecondaryIndexAction index =
                CreateGlobalSecondaryIndexAction.builder()
                        .indexName(INDEX)
                        .keySchema(
                                KeySchemaElement.builder()
                                        .attributeName("color")
                                        .keyType(KeyType.HASH)
                                        .build())
                        .projection(
                                projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                        .build();
        AttributeDefinition color =
                AttributeDefinition.builder()
                        .attributeName("color")
                        .attributeType(ScalarAttributeType.S)
                        .build();
        GlobalSecondaryIndexUpdate update =
                GlobalSecondaryIndexUpdate.builder().create(index).build();
        tables().updateTable(request ->
                request.tableName(table)
                        .attributeDefinitions(color)
                        .globalSecondaryIndexUpdates(update));
    }

    private void awaitActive(String table) {
        while (index(table).indexStatus() != IndexStatus.ACTIVE) {
            Thread.onSpinWait();
        }
    }

    private GlobalSecondaryIndexDescription index(String table) {
        return tables().describeTable(request -> request.tableName(table))
                .table()
                .globalSecondaryIndexes()
                .getFirst();
    }

    private List<Map<String, AttributeValue>> scan(String table, @Nullable String index) {
        return tables()
                .scanPaginator(request -> request.tableName(table).indexName(index))
                .items()
                .stream()
                .toList();
    }

    private static Map<String, String> keysByColor(List<Map<String, AttributeValue>> items) {
        Map<String, String> colors = new HashMap<>();
        for (Map<String, AttributeValue> item : items) {
            AttributeValue color = item.get("color");
            if (color != null) {
                colors.put(
                        Objects.requireNonNull(item.get(TableForms.PARTITION_KEY)).s(), color.s());
            }
        }
        return colors;
    }
}
