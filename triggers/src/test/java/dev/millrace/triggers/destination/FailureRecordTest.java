package dev.millrace.triggers.destination;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.failure.Condition;

import org.junit.jupiter.api.Test;

/// Lambda-esm reference, section 10.
class FailureRecordTest {
    private static final String BATCH =
            "\"version\":\"1.0\",\"timestamp\":\"2026-11-22T12:00:05.070Z\","
                    + "\"DDBStreamBatchInfo\":{\"shardId\":\"shardId-1\","
                    + "\"startSequenceNumber\":\"101\",\"endSequenceNumber\":\"102\","
                    + "\"approximateArrivalOfFirstRecord\":\"2026-11-22T12:00:00Z\","
                    + "\"approximateArrivalOfLastRecord\":\"2026-11-22T12:00:02Z\","
                    + "\"batchSize\":2,\"streamArn\":\""
                    + ReportFixture.STREAM
                    + "\"}";

    @Test
    void exhaustedBatchTellsHowItFailedLast() {
        assertThat(text(FailureRecord.metadata(ReportFixture.exhausted())))
                .isEqualTo(
                        request("RetryAttemptsExhausted", 2)
                                + ",\"responseContext\":{\"statusCode\":200,"
                                + "\"executedVersion\":\"$LATEST\","
                                + "\"functionError\":\"Unhandled\"},"
                                + BATCH
                                + "}");
    }

    @Test
    void functionErrorIsNullAfterPartialFailures() {
        FailureReport report =
                ReportFixture.report(
                        Condition.RETRY_ATTEMPTS_EXHAUSTED, ReportFixture.batch().failed(null));

        assertThat(text(FailureRecord.metadata(report))).contains("\"functionError\":null}");
    }

    @Test
    void agedRecordsHaveNoResponseAndCountOneInvocation() {
        FailureReport report =
                ReportFixture.report(Condition.RECORD_AGE_EXCEEDED, ReportFixture.batch());

        assertThat(text(FailureRecord.metadata(report)))
                .isEqualTo(request("RecordAgeExceeded", 1) + "," + BATCH + "}");
    }

    @Test
    void payloadIsTheWholeEvent() {
        assertThat(text(FailureRecord.withPayload(ReportFixture.exhausted())))
                .endsWith("\"payload\":{\"Records\":[{\"a\":1},{\"a\":1}]}}");
    }

    private static String request(String condition, int count) {
        return "{\"requestContext\":{\"requestId\":\"request-1\","
                + "\"functionArn\":\"arn:aws:lambda:us-east-1:000000000000:function:f\","
                + "\"condition\":\""
                + condition
                + "\",\"approximateInvokeCount\":"
                + count
                + "}";
    }

    private static String text(Binary json) {
        return new String(json.bytes(), UTF_8);
    }
}
