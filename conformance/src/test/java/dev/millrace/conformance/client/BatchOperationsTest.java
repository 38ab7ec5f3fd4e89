package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// BatchWriteItem and BatchGetItem, in the loops that their documentation asks for.
final class BatchOperationsTest extends ClientTest {
    private static final int WRITES_MAX = 25;

    BatchOperationsTest(Storage storage) {
        super(storage);
    }

    @Test
    void itemsWrittenInBatchesAreReadInBatches() {
        String table = newTable();
        List<Map<String, AttributeValue>> items = items(90);

        for (int from = 0; from < items.size(); from += WRITES_MAX) {
            int to = Math.min(from + WRITES_MAX, items.size());
            writeAll(
                    table, items.subList(from, to).stream().map(BatchOperationsTest::put).toList());
        }

        assertThat(readAll(table, keys(90))).containsExactlyInAnyOrderElementsOf(items);
    }

    @Test
    void fullBatchOfPutsIsWritten() {
        String table = newTable();

        writeAll(table, items(WRITES_MAX).stream().map(BatchOperationsTest::put).toList());

        assertThat(readAll(table, keys(WRITES_MAX))).hasSize(WRITES_MAX);
    }

    @Test
    void batchDeletesAndPutsTogether() {
        String table = newTable();
        writeAll(table, items(2).stream().map(BatchOperationsTest::put).toList());

        writeAll(table, List.of(delete("k0"), put(items(3).get(2))));

        assertThat(readAll(table, keys(3)))
                .extracting(item -> Items.value(item, "pk").s())
                .containsExactlyInAnyOrder("k1", "k2");
    }

    @Test
    void batchGetsFromSeveralTables() {
        String one = newTable();
        String other = newTable();
        writeAll(one, List.of(put(Items.key("a"))));
        writeAll(other, List.of(put(Items.key("b"))));

        Map<String, List<Map<String, AttributeValue>>> read =
                tables().batchGetItem(request ->
                                request.requestItems(
                                        Map.of(
                                                one, keysOf(List.of(Items.key("a"))),
                                                other, keysOf(List.of(Items.key("b"))))))
                        .responses();

        assertThat(read)
                .isEqualTo(Map.of(one, List.of(Items.key("a")), other, List.of(Items.key("b"))));
    }

    @Test
    void moreThanTwentyFiveWritesAreRefused() {
        String table = newTable();
        List<WriteRequest> writes =
                items(WRITES_MAX + 1).stream().map(BatchOperationsTest::put).toList();

        DynamoDbException refusal =
                catchThrowableOfType(DynamoDbException.class, () -> writeAll(table, writes));

        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
    }

    private void writeAll(String table, List<WriteRequest> writes) {
        Map<String, List<WriteRequest>> left = Map.of(table, writes);
        while (!left.isEmpty()) {
            Map<String, List<WriteRequest>> current = left;
            left =
                    tables().batchWriteItem(request -> request.requestItems(current))
                            .unprocessedItems();
        }
    }

    private List<Map<String, AttributeValue>> readAll(
            String table, List<Map<String, AttributeValue>> keys) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Map<String, KeysAndAttributes> left = Map.of(table, keysOf(keys));
        while (!left.isEmpty()) {
            Map<String, KeysAndAttributes> current = left;
            BatchGetItemResponse page =
                    tables().batchGetItem(request -> request.requestItems(current));
            items.addAll(page.responses().getOrDefault(table, List.of()));
            left = page.unprocessedKeys();
        }
        return items;
    }

    private static KeysAndAttributes keysOf(List<Map<String, AttributeValue>> keys) {
        return KeysAndAttributes.builder().keys(keys).build();
    }

    private static List<Map<String, AttributeValue>> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Items.with(Items.key("k" + i), "number", Items.n(i)))
                .toList();
    }

    private static List<Map<String, AttributeValue>> keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> Items.key("k" + i)).toList();
    }

    private static WriteRequest put(Map<String, AttributeValue> item) {
        return WriteRequest.builder().putRequest(request -> request.item(item)).build();
    }

    private static WriteRequest delete(String partitionKey) {
        return WriteRequest.builder()
                .deleteRequest(request -> request.key(Items.key(partitionKey)))
                .build();
    }
}
