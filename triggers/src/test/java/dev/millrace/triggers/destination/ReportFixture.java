package dev.millrace.triggers.destination;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.failure.Condition;
import dev.millrace.triggers.function.FunctionError;

import java.time.Instant;
import java.util.List;

/// A failure report of two records.
final class ReportFixture {
    static final String STREAM =
            "arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/2026-11-22T12:00:00.000";

    private ReportFixture() {}

    static FailureReport report(Condition condition, Batch batch) {
        return new FailureReport(
                "request-1",
                "arn:aws:lambda:us-east-1:000000000000:function:f",
                STREAM,
                "shardId-1",
                "mapping-1",
                batch,
                condition,
                Instant.parse("2026-11-22T12:00:05.070Z"));
    }

    static FailureReport exhausted() {
        Batch batch = batch().failed(null).failed(FunctionError.unhandled("no"));
        return report(Condition.RETRY_ATTEMPTS_EXHAUSTED, batch);
    }

    static Batch batch() {
        return Batch.of(List.of(entry("101", 0), entry("102", 2)));
    }

    private static Entry entry(String number, int second) {
        Instant created = Instant.parse("2026-11-22T12:00:00Z").plusSeconds(second);
        return new Entry(number, null, created, 0, Binary.of("{\"a\":1}".getBytes(UTF_8)));
    }
}
