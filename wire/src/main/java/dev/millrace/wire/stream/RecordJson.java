package dev.millrace.wire.stream;

import dev.millrace.model.stream.StreamRecord;
import dev.millrace.wire.JsonOutput;

/// Writes a stream record (streams-api reference, section 8).
public final class RecordJson {
    private static final String EVENT_VERSION = "1.1";
    private static final String EVENT_SOURCE = "aws:dynamodb";

    private RecordJson() {}

    /// Writes a record as a document of its own.
    public static void document(StreamRecord record, JsonOutput output) {
        output.document(() -> members(record, output));
    }

    static void write(StreamRecord record, JsonOutput output) {
        output.startObject();
        members(record, output);
        output.endObject();
    }

    private static void members(StreamRecord record, JsonOutput output) {
        output.text("eventID", record.eventId());
        output.text("eventName", record.eventName().name());
        output.text("eventVersion", EVENT_VERSION);
        output.text("eventSource", EVENT_SOURCE);
        output.text("awsRegion", record.awsRegion());
        writeChange(record, output);
        if (record.expired()) {
            writeUserIdentity(output);
        }
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

    // Capitals here; only the events of triggers have lower case.
    private static void writeUserIdentity(JsonOutput output) {
        output.startObject("userIdentity");
        output.text("PrincipalId", "dynamodb.amazonaws.com");
        output.text("Type", "Service");
        output.endObject();
    }
}
