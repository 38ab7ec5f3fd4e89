package dev.millrace.triggers.destination;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.event.Event;
import dev.millrace.triggers.failure.Condition;
import dev.millrace.triggers.function.FunctionError;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The JSON of a failure report (lambda-esm reference, section 10).
public final class FailureRecord {
    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private FailureRecord() {}

    /// The record without any item: what queues and topics get.
    public static Binary metadata(FailureReport report) {
        return document(report, false);
    }

    /// The record with the event that the function could not deal with: what buckets get.
    public static Binary withPayload(FailureReport report) {
        return document(report, true);
    }

    private static Binary document(FailureReport report, boolean hasPayload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            writeRequest(report, json);
            if (report.condition() == Condition.RETRY_ATTEMPTS_EXHAUSTED) {
                writeResponse(report.batch(), json);
            }
            json.writeStringField("version", "1.0");
            json.writeStringField("timestamp", MILLIS.format(report.moment()));
            writeBatch(report, json);
            if (hasPayload) {
                json.writeFieldName("payload");
                Binary event = Event.of(report.batch().entries());
                json.writeRawValue(new String(event.bytes(), StandardCharsets.UTF_8));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON could not be written to memory", e);
        }
        return Binary.of(bytes.toByteArray());
    }

    private static void writeRequest(FailureReport report, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("requestContext");
        json.writeStringField("requestId", report.requestId());
        json.writeStringField("functionArn", report.functionArn());
        json.writeStringField("condition", report.condition().text());
        json.writeNumberField("approximateInvokeCount", Math.max(1, report.batch().failures()));
        json.writeEndObject();
    }

    private static void writeResponse(Batch batch, JsonGenerator json) throws IOException {
        FunctionError error = batch.lastError();
        json.writeObjectFieldStart("responseContext");
        json.writeNumberField("statusCode", 200);
        json.writeStringField("executedVersion", "$LATEST");
        json.writeStringField("functionError", error == null ? null : error.kind());
        json.writeEndObject();
    }

    private static void writeBatch(FailureReport report, JsonGenerator json) throws IOException {
        Entry first = report.batch().entries().getFirst();
        Entry last = report.batch().entries().getLast();
        json.writeObjectFieldStart("DDBStreamBatchInfo");
        json.writeStringField("shardId", report.shardId());
        json.writeStringField("startSequenceNumber", first.sequenceNumber());
        json.writeStringField("endSequenceNumber", last.sequenceNumber());
        json.writeStringField("approximateArrivalOfFirstRecord", seconds(first.created()));
        json.writeStringField("approximateArrivalOfLastRecord", seconds(last.created()));
        json.writeNumberField("batchSize", report.batch().size());
        json.writeStringField("streamArn", report.streamArn());
        json.writeEndObject();
    }

    private static String seconds(Instant moment) {
        return SECONDS.format(moment);
    }
}
