package dev.millrace.wire.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Binary;
import dev.millrace.wire.destination.KinesisMessages.Refusal;
import dev.millrace.wire.destination.KinesisMessages.StreamSummary;

import org.junit.jupiter.api.Test;

import java.util.List;

class KinesisMessagesTest {
    @Test
    void recordsAreWrittenInBase64() {
        KinesisEntry entry = new KinesisEntry(Binary.of("hey".getBytes(UTF_8)), "K");
        assertThat(new String(KinesisMessages.putRecords("s", List.of(entry)), UTF_8))
                .isEqualTo(
                        """
                        {"Records":[{"Data":"aGV5","PartitionKey":"K"}],"StreamName":"s"}\
                        """);
    }

    @Test
    void refusalsStandWhereTheirRecordsDo() {
        assertThat(
                        KinesisMessages.refusals(
                                bytes(
                                        """
                                        {"FailedRecordCount": 1, "Records": [
                                          {"SequenceNumber": "1", "ShardId": "shardId-0"},
                                          {"ErrorCode": "ProvisionedThroughputExceededException",
                                           "ErrorMessage": "slow down"}]}
                                        """)))
                .containsExactly(null, "ProvisionedThroughputExceededException");
    }

    @Test
    void answerWithoutRecordsIsNone() {
        assertThatThrownBy(() -> KinesisMessages.refusals(bytes("{}")))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void summaryTellsStatusAndArn() {
        assertThat(
                        KinesisMessages.streamSummary(
                                bytes(
                                        """
                                        {"StreamDescriptionSummary":
                                          {"StreamName": "s", "StreamStatus": "ACTIVE",
                                           "StreamARN": "arn", "OpenShardCount": 1}}
                                        """)))
                .isEqualTo(new StreamSummary("ACTIVE", "arn"));
    }

    @Test
    void refusalTellsItsCodeWithoutWhatStandsBefore() {
        assertThat(
                        KinesisMessages.refusal(
                                bytes("{\"__type\": \"com.x#LimitExceeded\", \"message\": \"m\"}")))
                .isEqualTo(new Refusal("LimitExceeded", "m"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
