package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.millrace.control.ContributorReport;
import dev.millrace.control.ControlClient;
import dev.millrace.control.ControlException;
import dev.millrace.engine.TableBehaviour;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ClockChoice;
import dev.millrace.server.config.ControlOptions;
import dev.millrace.server.config.ServerOptions;

import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Who contributes to the traffic of a table, as the control port tells after requests of the SDK.
@Timeout(120)
class ContributorsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String TABLE = "Albums";
    private static final String INDEX = "by-genre";

    private MillraceServer server;
    private Clients clients;
    private ControlClient control;

    @BeforeEach
    void start() {
        ControlOptions options = ControlOptions.onPort(0, new ClockChoice.Manual(START));
        server =
                MillraceServer.start(
                        ServerOptions.inMemory()
                                .withControl(options)
                                .withTables(
                                        new TableBehaviour(
                                                Duration.ZERO, Duration.ofSeconds(30), true)));
        clients = Clients.of(server.endpoint());
        control = ControlClient.of(Objects.requireNonNull(server.controlEndpoint()));
        create();
        enable(null);
        enable(INDEX);
    }

    @AfterEach
    void stop() {
        control.close();
        clients.close();
        server.close();
    }

    @Test
    void writeCountsWithItsTableAndItsIndex() {
        put("miles", "1", "jazz");

        assertThat(values(control.contributors(TABLE, "PKC", 5)))
                .containsExactly(tuple(List.of("miles"), 3.0));
        assertThat(values(control.contributors(TABLE, "SKC", 5)))
                .containsExactly(tuple(List.of("miles", "1"), 3.0));
        assertThat(values(control.contributors(TABLE, INDEX, "PKC", 5)))
                .containsExactly(tuple(List.of("jazz"), 3.0));
    }

    @Test
    void itemThatMovesInTheIndexCountsAtBothPlaces() {
        put("miles", "1", "jazz");
        control.advance(Duration.ofMinutes(1));
        put("miles", "1", "rock");

        assertThat(values(control.contributors(TABLE, INDEX, "PKC", 1)))
                .containsExactlyInAnyOrder(
                        tuple(List.of("jazz"), 3.0), tuple(List.of("rock"), 3.0));
    }

    @Test
    void queryCountsEachRowByItsShare() {
        put("miles", "1", "jazz");
        put("miles", "2", "rock");
        control.advance(Duration.ofMinutes(1));

        query(null, "artist", "miles");

        assertThat(values(control.contributors(TABLE, "SKC", 1)))
                .containsExactly(
                        tuple(List.of("miles", "1"), 0.25), tuple(List.of("miles", "2"), 0.25));
        assertThat(control.contributors(TABLE, "PKC", 1).total()).isEqualTo(0.5);
    }

    @Test
    void queryOfAnIndexCountsWithTheIndexAlone() {
        put("miles", "1", "jazz");
        control.advance(Duration.ofMinutes(1));

        query(INDEX, "genre", "jazz");

        assertThat(values(control.contributors(TABLE, INDEX, "PKC", 1)))
                .containsExactly(tuple(List.of("jazz"), 0.5));
        assertThat(control.contributors(TABLE, "PKC", 1).total()).isZero();
    }

    @Test
    void batchesAndTransactionsCountItemByItem() {
        clients.tables()
                .batchWriteItem(request ->
                        request.requestItems(
                                Map.of(TABLE, List.of(write("a", "1"), write("b", "1")))));
        clients.tables()
                .batchGetItem(request ->
                        request.requestItems(
                                Map.of(
                                        TABLE,
                                        KeysAndAttributes.builder()
                                                .keys(List.of(key("a", "1"), key("b", "1")))
                                                .build())));
        TransactWriteItem delete =
                TransactWriteItem.builder()
                        .delete(item -> item.tableName(TABLE).key(key("a", "1")))
                        .build();
        clients.tables().transactWriteItems(request -> request.transactItems(delete));
        TransactGetItem get =
                TransactGetItem.builder()
                        .get(item -> item.tableName(TABLE).key(key("b", "1")))
                        .build();
        clients.tables().transactGetItems(request -> request.transactItems(get));

        assertThat(values(control.contributors(TABLE, "PKC", 5)))
                .containsExactly(tuple(List.of("a"), 9.5), tuple(List.of("b"), 5.5));
    }

    @Test
    void throttledRequestsCountByTheirKeys() {
        throttle(() -> put("miles", "1", "jazz"));
        throttle(() -> put("miles", "1", "jazz"));

        ContributorReport report = control.contributors(TABLE, "PKT", 5);

        assertThat(report.metric()).isEqualTo("ThrottleCount");
        assertThat(values(report)).containsExactly(tuple(List.of("miles"), 2.0));
        assertThat(values(control.contributors(TABLE, "SKT", 5)))
                .containsExactly(tuple(List.of("miles", "1"), 2.0));
    }

    @Test
    void whatIsNotThereIsTold() {
        assertRefused(404, () -> control.contributors("Nowhere", "PKC", 5));
        assertRefused(404, () -> control.contributors(TABLE, INDEX, "SKC", 5));
        assertRefused(400, () -> control.contributors(TABLE, "ALL", 5));
        assertRefused(400, () -> control.contributors(TABLE, "PKC", 61));
        assertRefused(400, () -> control.contributors(TABLE, "PKC", 0));
        assertRefused(400, () -> control.contributors(TABLE, "PKC", -1));
    }

    private static void assertRefused(int status, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ControlException.class,
                        refused -> assertThat(refused.status()).isEqualTo(status));
    }

    // The clock stands still, so no units come in.
    private void throttle(Runnable write) {
        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 400; i++) {
                                write.run();
                            }
                        })
                .isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    private static List<Tuple> values(ContributorReport report) {
        return report.contributors().stream()
                .map(each -> tuple(each.keys(), each.value()))
                .toList();
    }

    private void create() {
        clients.tables()
                .createTable(table ->
                        table.tableName(TABLE)
                                .attributeDefinitions(
                                        definition("artist"),
                                        definition("title"),
                                        definition("genre"))
                                .keySchema(
                                        schema("artist", KeyType.HASH),
                                        schema("title", KeyType.RANGE))
                                .billingMode(BillingMode.PROVISIONED)
                                .provisionedThroughput(units(100))
                                .globalSecondaryIndexes(byGenre()));
    }

    private static GlobalSecondaryIndex byGenre() {
        return GlobalSecondaryIndex.builder()
                .indexName(INDEX)
                .keySchema(schema("genre", KeyType.HASH))
                .projection(projection -> projection.projectionType(ProjectionType.ALL))
                .provisionedThroughput(units(1_000))
                .build();
    }

    private static ProvisionedThroughput units(long each) {
        return ProvisionedThroughput.builder()
                .readCapacityUnits(each)
                .writeCapacityUnits(each)
                .build();
    }

    private static AttributeDefinition definition(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement schema(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private void enable(@Nullable String index) {
        clients.tables()
                .updateContributorInsights(request ->
                        request.tableName(TABLE)
                                .indexName(index)
                                .contributorInsightsAction(ContributorInsightsAction.ENABLE));
    }

    private void put(String artist, String title, String genre) {
        clients.tables()
                .putItem(request ->
                        request.tableName(TABLE)
                                .item(
                                        Map.of(
                                                "artist", text(artist),
                                                "title", text(title),
                                                "genre", text(genre))));
    }

    private void query(@Nullable String index, String attribute, String value) {
        clients.tables()
                .query(request ->
                        request.tableName(TABLE)
                                .indexName(index)
                                .keyConditionExpression(attribute + " = :v")
                                .expressionAttributeValues(Map.of(":v", text(value))));
    }

    private static WriteRequest write(String artist, String title) {
        return WriteRequest.builder()
                .putRequest(PutRequest.builder().item(key(artist, title)).build())
                .build();
    }

    private static Map<String, AttributeValue> key(String artist, String title) {
        return Map.of("artist", text(artist), "title", text(title));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
