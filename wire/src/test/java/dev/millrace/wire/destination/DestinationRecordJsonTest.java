package dev.millrace.wire.destination;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.destination.ApproximateCreationDateTimePrecision;
import dev.millrace.model.destination.DestinationRecord;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.wire.JsonOutput;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.Map;

// The forms are those of records that readers of such streams have published.
class DestinationRecordJsonTest {
    private static final Item KEYS = Item.of(Map.of("id", new AttributeValue.S("a")));
    private static final Item OLD =
            Item.of(Map.of("id", new AttributeValue.S("a"), "v", new AttributeValue.S("1")));

    @Test
    void insertHasANewImageAndAnEmptyUserIdentity() {
        assertThat(json(record(EventName.INSERT, OLD, null, false), null))
                .isEqualTo(
                        """
                        {"awsRegion":"us-east-1","eventID":"e-1","eventName":"INSERT","userIdentity":null,\
                        "recordFormat":"application/json","tableName":"orders",\
                        "dynamodb":{"ApproximateCreationDateTime":1720740233012,\
                        "Keys":{"id":{"S":"a"}},"NewImage":{"id":{"S":"a"},"v":{"S":"1"}},"SizeBytes":9},\
                        "eventSource":"aws:dynamodb"}\
                        """);
    }

    @Test
    void microsecondsAreNamed() {
        assertThat(
                        json(
                                record(EventName.MODIFY, KEYS, OLD, false),
                                ApproximateCreationDateTimePrecision.MICROSECOND))
                .contains(
                        """
                        "dynamodb":{"ApproximateCreationDateTime":1720740233012995,\
                        "Keys":{"id":{"S":"a"}},"NewImage":{"id":{"S":"a"}},\
                        "OldImage":{"id":{"S":"a"},"v":{"S":"1"}},"SizeBytes":9,\
                        "ApproximateCreationDateTimePrecision":"MICROSECOND"}\
                        """);
    }

    @Test
    void chosenMillisecondsAreNamed() {
        assertThat(
                        json(
                                record(EventName.REMOVE, null, OLD, false),
                                ApproximateCreationDateTimePrecision.MILLISECOND))
                .contains("\"ApproximateCreationDateTime\":1720740233012,")
                .contains("\"ApproximateCreationDateTimePrecision\":\"MILLISECOND\"")
                .doesNotContain("NewImage");
    }

    @Test
    void deletionByTimeToLiveNamesTheService() {
        assertThat(json(record(EventName.REMOVE, null, OLD, true), null))
                .contains(
                        """
                        "userIdentity":{"type":"Service","principalId":"dynamodb.amazonaws.com"},\
                        """);
    }

    private static DestinationRecord record(
            EventName event, @Nullable Item newImage, @Nullable Item oldImage, boolean expired) {
        return new DestinationRecord(
                1,
                "e-1",
                event,
                "us-east-1",
                "orders",
                1_720_740_233_012_995L,
                KEYS,
                newImage,
                oldImage,
                9,
                expired);
    }

    private static String json(
            DestinationRecord record, @Nullable ApproximateCreationDateTimePrecision precision) {
        JsonOutput output = new JsonOutput();
        DestinationRecordJson.write(record, precision, output);
        return new String(output.toByteArray(), UTF_8);
    }
}
