package dev.millrace.wire.destination;

import dev.millrace.model.destination.ApproximateCreationDateTimePrecision;
import dev.millrace.model.destination.DestinationRecord;
import dev.millrace.wire.JsonOutput;

import org.jspecify.annotations.Nullable;

/// Writes a change as the data of a Kinesis record (dynamodb-api reference, 16, Kinesis
/// destination). Unlike a stream record it has the table's name, always a `userIdentity`, and
/// neither a sequence number nor a view type.
public final class DestinationRecordJson {
    private static final long MICROS_A_MILLI = 1_000;

    private DestinationRecordJson() {}

    /// Writes a change as the whole of `output`.
    ///
    /// @param precision in which its time is told; null for milliseconds, of which the record then
    ///   says nothing
    public static void write(
            DestinationRecord record,
            @Nullable ApproximateCreationDateTimePrecision precision,
            JsonOutput output) {
        output.document(() -> members(record, precision, output));
    }

    private static void members(
            DestinationRecord record,
            @Nullable ApproximateCreationDateTimePrecision precision,
            JsonOutput output) {
        output.text("awsRegion", record.awsRegion());
        output.text("eventID", record.eventId());
        output.text("eventName", record.eventName().name());
        writeUserIdentity(record, output);
        output.text("recordFormat", "application/json");
        output.text("tableName", record.tableName());
        writeChange(record, precision, output);
        output.text("eventSource", "aws:dynamodb");
    }

    private static void writeUserIdentity(DestinationRecord record, JsonOutput output) {
        if (record.expired()) {
            output.startObject("userIdentity");
            output.text("type", "Service");
            output.text("principalId", "dynamodb.amazonaws.com");
            output.endObject();
        } else {
            output.textOrNull("userIdentity", null);
        }
    }

    private static void writeChange(
            DestinationRecord record,
            @Nullable ApproximateCreationDateTimePrecision precision,
            JsonOutput output) {
        output.startObject("dynamodb");
        output.whole("ApproximateCreationDateTime", moment(record.creationMicros(), precision));
        output.item("Keys", record.keys());
        output.item("NewImage", record.newImage());
        output.item("OldImage", record.oldImage());
        output.whole("SizeBytes", record.sizeBytes());
        DestinationMembers.write(precision, output);
        output.endObject();
    }

    private static long moment(
            long micros, @Nullable ApproximateCreationDateTimePrecision precision) {
        return switch (precision) {
            case MICROSECOND -> micros;
            case MILLISECOND -> micros / MICROS_A_MILLI;
            case null -> micros / MICROS_A_MILLI;
        };
    }
}
