package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateVectorIndexAction;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.SearchSchemaElement;
import software.amazon.awssdk.services.dynamodb.model.SearchSchemaElementType;
import software.amazon.awssdk.services.dynamodb.model.SearchVectorsRequest;
import software.amazon.awssdk.services.dynamodb.model.SearchVectorsResponse;
import software.amazon.awssdk.services.dynamodb.model.VectorDistanceFunction;
import software.amazon.awssdk.services.dynamodb.model.VectorIndex;
import software.amazon.awssdk.services.dynamodb.model.VectorIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.VectorIndexUpdate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Pictures with vectors, stored and searched as applications do.
final class VectorSearchTest extends ClientTest {
    private String table;

    VectorSearchTest(Storage storage) {
        super(storage);
    }

    @BeforeEach
    void fill() {
        table = newName();
        tables().createTable(pictures(index("near", VectorDistanceFunction.COSINE)));
        put("east", "a", 1, 0);
        put("north", "a", 0, 1);
        put("west", "b", -1, 0);
    }

    @Test
    void nearestComeFirstWithTheirScores() {
        SearchVectorsResponse answer = tables().searchVectors(search("a").build());

        assertThat(answer.searchResults().stream().map(each -> name(each.item())))
                .containsExactly("east", "north");
        assertThat(answer.searchResults().stream().map(each -> each.score()))
                .containsExactly(0.0, 1.0);
        assertThat(answer.searchResults().getFirst().item()).doesNotContainKey("v");
    }

    @Test
    void searchTellsTheBytesThatItUsedAndWritesThoseOfTheIndex() {
        SearchVectorsResponse answer =
                tables().searchVectors(
                                search("a")
                                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                                        .build());
        assertThat(answer.consumedCapacity().vectorSearchRequestBytes()).isEqualTo(1_024);

        ConsumedCapacity consumed =
                tables().putItem(request ->
                                request.tableName(table)
                                        .item(picture("south", "a", 0, -1))
                                        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES))
                        .consumedCapacity();
        assertThat(consumed.vectorIndexes())
                .hasEntrySatisfying(
                        "near",
                        near -> assertThat(near.vectorWriteRequestBytes()).isEqualTo(1_024));
    }

    @Test
    void indexThatIsAddedFindsWhatWasThereBefore() {
        CreateVectorIndexAction create =
                CreateVectorIndexAction.builder()
                        .indexName("far")
                        .vectorAttribute(v -> v.attributeName("v"))
                        .dimensions(2L)
                        .distanceFunction(VectorDistanceFunction.DOT_PRODUCT)
                        .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))
                        .build();
        tables().updateTable(request ->
                request.tableName(table)
                        .vectorIndexUpdates(
                                List.of(VectorIndexUpdate.builder().create(create).build())));
        while (describe("far").indexStatus() != IndexStatus.ACTIVE) {
            Thread.onSpinWait();
        }

        SearchVectorsResponse answer =
                tables().searchVectors(request ->
                        request.tableName(table)
                                .indexName("far")
                                .searchVector(numbers(-1, 0))
                                .topK(1));
        assertThat(name(answer.searchResults().getFirst().item())).isEqualTo("west");
        assertThat(describe("far").itemCount()).isEqualTo(3);
    }

    @Test
    void vectorOfTheWrongLengthIsRefused() {
        assertThatThrownBy(() -> put("short", "a", 1))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("Expected: 2, Actual: 1 IndexName: near");
    }

    private VectorIndexDescription describe(String name) {
        return tables()
                .describeTable(request -> request.tableName(table))
                .table()
                .vectorIndexes()
                .stream()
                .filter(index -> index.indexName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private SearchVectorsRequest.Builder search(String album) {
        return SearchVectorsRequest.builder()
                .tableName(table)
                .indexName("near")
                .searchVector(numbers(1, 0))
                .topK(10)
                .searchConditionExpression("album = :a")
                .expressionAttributeValues(Map.of(":a", Items.s(album)));
    }

    private void put(String name, String album, double... vector) {
        tables().putItem(request -> request.tableName(table).item(picture(name, album, vector)));
    }

    private CreateTableRequest pictures(VectorIndex index) {
        return CreateTableRequest.builder()
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(List.of(attribute("pk"), attribute("album")))
                .keySchema(
                        List.of(
                                KeySchemaElement.builder()
                                        .attributeName("pk")
                                        .keyType(KeyType.HASH)
                                        .build()))
                .vectorIndexes(index)
                .build();
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static VectorIndex index(String name, VectorDistanceFunction function) {
        return VectorIndex.builder()
                .indexName(name)
                .vectorAttribute(v -> v.attributeName("v"))
                .dimensions(2L)
                .distanceFunction(function)
                .searchSchema(
                        List.of(
                                SearchSchemaElement.builder()
                                        .attributeName("album")
                                        .searchSchemaElementType(SearchSchemaElementType.HASH)
                                        .build()))
                .projection(p -> p.projectionType(ProjectionType.ALL))
                .build();
    }

    private static Map<String, AttributeValue> picture(
            String name, String album, double... vector) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("pk", Items.s(name));
        item.put("album", Items.s(album));
        item.put("v", AttributeValue.fromL(numbers(vector)));
        return item;
    }

    private static List<AttributeValue> numbers(double... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> AttributeValue.fromN(String.valueOf(number)))
                .toList();
    }

    private static String name(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get("pk")).s();
    }
}
