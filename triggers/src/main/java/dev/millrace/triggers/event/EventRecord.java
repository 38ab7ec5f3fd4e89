package dev.millrace.triggers.event;

import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.value.Binary;
import dev.millrace.wire.JsonOutput;

/// A stream record as an element of an event's `Records`. It differs from what GetRecords shows in
/// the stream's ARN and in the case of `userIdentity`.
public final class EventRecord {
    private EventRecord() {}

    /// The JSON of `record`, which belongs to the stream `streamArn`.
    public static Binary encode(StreamRecord record, String streamArn) {
        return encode(record, streamArn, new JsonOutput());
    }

    /// The same, written in a buffer that may be used for many records.
    public static Binary encode(StreamRecord record, String streamArn, JsonOutput output) {
        output.document(() -> write(record, streamArn, output));
        return Binary.of(output.toByteArray());
    }

    private static void write(StreamRecord record, String streamArn, JsonOutput output) {
        output.text("eventID", record.eventId());
        output.text("eventName", record.eventName().name());
        output.text("eventVersion", "1.1");
        output.text("eventSource", "aws:dynamodb");
        output.text("awsRegion", record.awsRegion());
        writeChange(record, output);
        if (record.expired()) {
            output.startObject("userIdentity");
            output.text("type", "Service");
            output.text("principalId", "dynamodb.amazonaws.com");
            output.endObject();
        }
        output.text("eventSourceARN", streamArn);
    }

    private static void writeChange(StreamRecord record, JsonOutput output) {
        output.startObject("dynamodb");
        output.whole("ApproximateCreationDateTime", record.approximateCreationSeconds());
        output.item("Keys", record.keys());
        output.item("NewImage", record.newImage());
        output.item("OldImage", record.oldImage());
        output.text("SequenceNumber", record.sequenceNumber());
        output.whole("SizeBytes", record.sizeBytes());
        output.text("StreamViewType", record.streamViewType().name());
        output.endObject();
    }
}
