package dev.millrace.triggers.event;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.stream.EventName;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Item;
import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.window.Window;
import dev.millrace.triggers.window.WindowCall;
import dev.millrace.triggers.window.WindowState;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Lambda-esm reference, sections 7 and 11.
class EventTest {
    private static final String ARN =
            "arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/2026-11-22T12:00:00.000";

    @Test
    void recordHasTheArnOfItsStream() {
        assertThat(text(EventRecord.encode(record(false), ARN)))
                .isEqualTo(
                        "{\"eventID\":\"e1\",\"eventName\":\"INSERT\",\"eventVersion\":\"1.1\","
                                + "\"eventSource\":\"aws:dynamodb\",\"awsRegion\":\"us-east-1\","
                                + "\"dynamodb\":{\"ApproximateCreationDateTime\":1731313410,"
                                + "\"Keys\":{\"id\":{\"S\":\"k\"}},"
                                + "\"NewImage\":{\"id\":{\"S\":\"k\"}},"
                                + "\"SequenceNumber\":\"100000000000000000001\",\"SizeBytes\":26,"
                                + "\"StreamViewType\":\"NEW_IMAGE\"},"
                                + "\"eventSourceARN\":\""
                                + ARN
                                + "\"}");
    }

    @Test
    void userIdentityOfAnExpiryIsInLowerCase() {
        assertThat(text(EventRecord.encode(record(true), ARN)))
                .contains(
                        "\"userIdentity\":{\"type\":\"Service\","
                                + "\"principalId\":\"dynamodb.amazonaws.com\"}");
    }

    @Test
    void eventHoldsItsRecordsInOrder() {
        assertThat(text(Event.of(List.of(entry("{\"a\":1}"), entry("{\"a\":2}")))))
                .isEqualTo("{\"Records\":[{\"a\":1},{\"a\":2}]}");
    }

    @Test
    void eventOfAWindowHasItsMembersBesideTheRecords() {
        Window window =
                new Window(
                        Instant.parse("2026-11-22T12:00:00Z"),
                        Instant.parse("2026-11-22T12:01:00Z"));
        WindowCall call = new WindowCall(WindowState.begin(window), true, false);

        assertThat(text(Event.of(List.of(), call, ARN, "shardId-1")))
                .isEqualTo(
                        "{\"Records\":[],\"window\":{\"start\":\"2026-11-22T12:00:00Z\","
                                + "\"end\":\"2026-11-22T12:01:00Z\"},\"state\":{},"
                                + "\"shardId\":\"shardId-1\",\"eventSourceARN\":\""
                                + ARN
                                + "\",\"isFinalInvokeForWindow\":true,"
                                + "\"isWindowTerminatedEarly\":false}");
    }

    private static StreamRecord record(boolean expired) {
        Item item = Item.of(Map.of("id", new AttributeValue.S("k")));
        return new StreamRecord(
                "e1",
                EventName.INSERT,
                "us-east-1",
                1_731_313_410,
                item,
                item,
                null,
                "100000000000000000001",
                26,
                StreamViewType.NEW_IMAGE,
                expired);
    }

    private static Entry entry(String json) {
        return new Entry("1", null, Instant.EPOCH, 0, Binary.of(json.getBytes(UTF_8)));
    }

    private static String text(Binary json) {
        return new String(json.bytes(), UTF_8);
    }
}
