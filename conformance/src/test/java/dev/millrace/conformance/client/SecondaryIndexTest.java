package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A table of orders with a local index by date and a global one by customer, written and read as
/// applications do.
final class SecondaryIndexTest extends ClientTest {
    private static final int ORDERS = 60;
    private static final int CUSTOMERS = 3;

    private String table;

    SecondaryIndexTest(Storage storage) {
        super(storage);
    }

    @BeforeEach
    void fill() {
        table = TableForms.create(tables(), IndexForms.orders(newName()));
        for (int i = 0; i < ORDERS; i++) {
            put(order(i));
        }
    }

    @Test
    void paginatorOfAGlobalIndexReadsTheItemsOfEveryTableKeyInOrder() {
        QueryRequest query = ofCustomer("c1").limit(7).build();

        List<Map<String, AttributeValue>> items =
                tables().queryPaginator(query).items().stream().toList();

        assertThat(items).hasSize(ORDERS / CUSTOMERS);
        assertThat(items.stream().map(item -> Long.valueOf(value(item, "total").n()))).isSorted();
        assertThat(items).allSatisfy(item -> assertThat(item).doesNotContainKey("text"));
    }

    @Test
    void backwardsIsTheExactReverse() {
        List<Map<String, AttributeValue>> forward =
                tables().queryPaginator(ofCustomer("c1").limit(4).build()).items().stream()
                        .toList();
        List<Map<String, AttributeValue>> backward =
                tables()
                        .queryPaginator(ofCustomer("c1").scanIndexForward(false).limit(3).build())
                        .items()
                        .stream()
                        .toList();

        assertThat(backward).isEqualTo(forward.reversed());
    }

    @Test
    void localIndexReadsWholeItemsConsistently() {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(IndexForms.BY_DATE)
                        .consistentRead(true)
                        .select(Select.ALL_ATTRIBUTES)
                        .keyConditionExpression("pk = :p AND placed >= :d")
                        .expressionAttributeValues(
                                Map.of(":p", Items.s("shop-0"), ":d", Items.s("2026-01-20")))
                        .build();

        List<Map<String, AttributeValue>> items = tables().query(query).items();

        assertThat(items).isNotEmpty().allSatisfy(item -> assertThat(item).containsKey("text"));
        assertThat(items.stream().map(item -> value(item, "placed").s())).isSorted();
    }

    @Test
    void segmentsOfAnIndexTogetherAreTheWholeScan() {
        List<Map<String, AttributeValue>> whole = scan(null, null);
        List<Map<String, AttributeValue>> segments =
                IntStream.range(0, 4).boxed().flatMap(i -> scan(i, 4).stream()).toList();

        assertThat(whole).hasSize(ORDERS);
        assertThat(segments).containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void orderThatIsNoLongerACustomersLeavesItsIndex() {
        tables().updateItem(request ->
                request.tableName(table)
                        .key(Items.key("shop-0", 0))
                        .updateExpression("REMOVE customer"));

        assertThat(scan(null, null)).hasSize(ORDERS - 1);
    }

    @Test
    void capacityAndCollectionAreToldOfEachIndex() {
        PutItemResponse response =
                tables().putItem(request ->
                        request.tableName(table)
                                .item(order(ORDERS))
                                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                                .returnItemCollectionMetrics(ReturnItemCollectionMetrics.SIZE));

        ConsumedCapacity capacity = response.consumedCapacity();
        assertThat(capacity.capacityUnits()).isEqualTo(3);
        assertThat(capacity.localSecondaryIndexes()).containsOnlyKeys(IndexForms.BY_DATE);
        assertThat(capacity.globalSecondaryIndexes()).containsOnlyKeys(IndexForms.BY_CUSTOMER);
        assertThat(response.itemCollectionMetrics().sizeEstimateRangeGB())
                .containsExactly(0.0, 1.0);
    }

    @Test
    void describeTableCountsTheEntries() {
        TableDescription described =
                tables().describeTable(request -> request.tableName(table)).table();

        assertThat(described.globalSecondaryIndexes().getFirst().itemCount()).isEqualTo(ORDERS);
        assertThat(described.localSecondaryIndexes().getFirst().itemCount()).isEqualTo(ORDERS);
    }

    @Test
    void wrongTypeInAnIndexKeyIsRefused() {
        Map<String, AttributeValue> wrong = new HashMap<>(order(0));
        wrong.put("customer", Items.n(1));

        assertThatThrownBy(() -> put(wrong))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("Type mismatch for Index Key customer Expected: S Actual: N");
    }

    private QueryRequest.Builder ofCustomer(String customer) {
        return QueryRequest.builder()
                .tableName(table)
                .indexName(IndexForms.BY_CUSTOMER)
                .keyConditionExpression("customer = :c")
                .expressionAttributeValues(Map.of(":c", Items.s(customer)));
    }

    private List<Map<String, AttributeValue>> scan(
            @Nullable Integer segment, @Nullable Integer totalSegments) {
        ScanRequest request =
                ScanRequest.builder()
                        .tableName(table)
                        .indexName(IndexForms.BY_CUSTOMER)
                        .segment(segment)
                        .totalSegments(totalSegments)
                        .limit(9)
                        .build();
        return tables().scanPaginator(request).items().stream().toList();
    }

    private void put(Map<String, AttributeValue> item) {
        tables().putItem(request -> request.tableName(table).item(item));
    }

    private static Map<String, AttributeValue> order(int i) {
        Map<String, AttributeValue> order = new HashMap<>(Items.key("shop-" + i % 4, i));
        order.put("customer", Items.s("c" + i % CUSTOMERS));
        order.put("total", Items.n(i / 10));
        order.put("placed", Items.s("2026-01-%02d".formatted(1 + i % 28)));
        order.put("text", Items.s("not in the index"));
        return order;
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return Items.value(item, name);
    }
}
