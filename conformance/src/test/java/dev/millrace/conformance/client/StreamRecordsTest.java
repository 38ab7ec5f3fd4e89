package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How records look, when there are any, and in which order they come.
final class StreamRecordsTest extends ClientTest {
    private static final Map<String, AttributeValue> ITEM =
            Items.with(
                    Items.with(Items.key("a"), "number", AttributeValue.fromN("1")),
                    "set",
                    AttributeValue.fromSs(List.of("x", "y")));

    StreamRecordsTest(Storage storage) {
        super(storage);
    }

    @Test
    void recordIdentifiesItself() {
        Record record = recordOfOnePut();

        assertThat(record.eventID()).matches("[0-9a-f]{32}");
        assertThat(record.eventVersion()).isEqualTo("1.1");
        assertThat(record.eventSource()).isEqualTo("aws:dynamodb");
        assertThat(record.awsRegion()).isEqualTo(Clients.REGION.id());
        assertThat(record.userIdentity()).isNull();
        assertThat(record.dynamodb().sequenceNumber()).matches("[1-9][0-9]{20,39}");
    }

    @Test
    void recordTellsTheSecondOfTheChange() {
        Instant time = recordOfOnePut().dynamodb().approximateCreationDateTime();

        assertThat(time).isEqualTo(time.truncatedTo(ChronoUnit.SECONDS));
        assertThat(Duration.between(time, Instant.now()))
                .isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }

    @Test
    void recordTellsItsSizeByTheFormula() {
        // Keys: pk (2) and a (1). New image: the keys, number (6) and 1 (2), set (3) and two
        // letters.
        assertThat(recordOfOnePut().dynamodb().sizeBytes()).isEqualTo(3 + 3 + 6 + 2 + 3 + 2);
    }

    @Test
    void putOfAnEqualItemMakesNoRecord() {
        String table = tableWithItem();
        Map<String, AttributeValue> equal =
                Items.with(
                        Items.with(ITEM, "number", AttributeValue.fromN("1.0")),
                        "set",
                        AttributeValue.fromSs(List.of("y", "x")));

        tables().putItem(request -> request.tableName(table).item(equal));

        assertThat(latestStream(table).eventNames()).containsExactly(OperationType.INSERT);
    }

    @Test
    void updateThatChangesNothingMakesNoRecord() {
        String table = tableWithItem();

        tables().updateItem(request ->
                request.tableName(table)
                        .key(Items.key("a"))
                        .updateExpression("SET #n = :n REMOVE nothing")
                        .expressionAttributeNames(Map.of("#n", "number"))
                        .expressionAttributeValues(Map.of(":n", Items.n(1))));

        assertThat(latestStream(table).eventNames()).containsExactly(OperationType.INSERT);
    }

    @Test
    void deleteOfAMissingItemMakesNoRecord() {
        String table = tableWithItem();

        tables().deleteItem(request -> request.tableName(table).key(Items.key("missing")));

        assertThat(latestStream(table).eventNames()).containsExactly(OperationType.INSERT);
    }

    @Test
    void changesOfOneItemAreReadInTheirOrder() {
        String table = newTableWithStream(StreamViewType.NEW_IMAGE);
        int changes = 250;

        for (int i = 0; i < changes; i++) {
            Map<String, AttributeValue> item = Items.with(Items.key("a"), "n", Items.n(i));
            tables().putItem(request -> request.tableName(table).item(item));
        }

        assertThat(latestStream(table).records())
                .extracting(record -> Items.value(record.dynamodb().newImage(), "n").n())
                .containsExactlyElementsOf(
                        IntStream.range(0, changes).mapToObj(Integer::toString).toList());
    }

    private Record recordOfOnePut() {
        return latestStream(tableWithItem()).records().getFirst();
    }

    private String tableWithItem() {
        String table = newTableWithStream(StreamViewType.NEW_AND_OLD_IMAGES);
        tables().putItem(request -> request.tableName(table).item(ITEM));
        return table;
    }
}
