package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Query and Scan over one table: ten partition keys with twenty items each.
final class QueryAndScanTest extends ClientTest {
    private static final int PARTITION_KEYS = 10;
    private static final int SORT_KEYS = 20;

    private String table;

    QueryAndScanTest(Storage storage) {
        super(storage);
    }

    @BeforeEach
    void fill() {
        table = newTableWithSortKey();
        for (int p = 0; p < PARTITION_KEYS; p++) {
            putAll("p" + p);
        }
    }

    @Test
    void paginatorOfAQueryReadsAllItemsInOrder() {
        QueryRequest query = of("p3").limit(7).build();

        assertThat(sortKeys(tables().queryPaginator(query).items().stream()))
                .containsExactlyElementsOf(LongStream.range(0, SORT_KEYS).boxed().toList());
    }

    @Test
    void queryBackwardsReadsTheLastItemsFirst() {
        QueryResponse page = tables().query(of("p3").scanIndexForward(false).limit(3).build());

        assertThat(sortKeys(page.items().stream())).containsExactly(19L, 18L, 17L);
        assertThat(page.lastEvaluatedKey()).isEqualTo(Items.key("p3", 17));
    }

    @Test
    void queryOfASortKeyRangeReadsOnlyThat() {
        QueryRequest query =
                of("p3").keyConditionExpression("pk = :p AND sk BETWEEN :low AND :high")
                        .expressionAttributeValues(
                                Map.of(
                                        ":p", Items.s("p3"),
                                        ":low", Items.n(4),
                                        ":high", Items.n(6)))
                        .build();

        assertThat(sortKeys(tables().query(query).items().stream())).containsExactly(4L, 5L, 6L);
    }

    @Test
    void filterCountsWhatItSawAndWhatItLetThrough() {
        QueryRequest query =
                of("p3").filterExpression("even = :yes")
                        .expressionAttributeValues(
                                Map.of(
                                        ":p", Items.s("p3"),
                                        ":yes", AttributeValue.fromBool(true)))
                        .select(Select.COUNT)
                        .build();

        QueryResponse counted = tables().query(query);

        assertThat(counted.count()).isEqualTo(SORT_KEYS / 2);
        assertThat(counted.scannedCount()).isEqualTo(SORT_KEYS);
        assertThat(counted.hasItems()).isFalse();
    }

    @Test
    void paginatorOfAScanReadsEachItemOnce() {
        assertThat(scan(ScanRequest.builder().tableName(table).limit(13).build()))
                .hasSize(PARTITION_KEYS * SORT_KEYS)
                .doesNotHaveDuplicates();
    }

    @Test
    void segmentsOfAScanTogetherReadEachItemOnce() {
        List<Map<String, AttributeValue>> items =
                IntStream.range(0, 4)
                        .mapToObj(segment -> scan(segment(segment)))
                        .flatMap(Collection::stream)
                        .toList();

        assertThat(items).hasSize(PARTITION_KEYS * SORT_KEYS).doesNotHaveDuplicates();
    }

    private ScanRequest segment(int segment) {
        return ScanRequest.builder()
                .tableName(table)
                .segment(segment)
                .totalSegments(4)
                .limit(9)
                .build();
    }

    private List<Map<String, AttributeValue>> scan(ScanRequest request) {
        return tables().scanPaginator(request).items().stream().toList();
    }

    private QueryRequest.Builder of(String partitionKey) {
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("pk = :p")
                .expressionAttributeValues(Map.of(":p", Items.s(partitionKey)));
    }

    private void putAll(String partitionKey) {
        List<WriteRequest> puts =
                LongStream.range(0, SORT_KEYS).mapToObj(s -> put(partitionKey, s)).toList();
        tables().batchWriteItem(request -> request.requestItems(Map.of(table, puts)));
    }

    private static WriteRequest put(String partitionKey, long sortKey) {
        Map<String, AttributeValue> item =
                Items.with(
                        Items.key(partitionKey, sortKey),
                        "even",
                        AttributeValue.fromBool(sortKey % 2 == 0));
        return WriteRequest.builder().putRequest(request -> request.item(item)).build();
    }

    private static List<Long> sortKeys(Stream<Map<String, AttributeValue>> items) {
        return items.map(item -> Long.valueOf(Items.value(item, "sk").n())).toList();
    }
}
