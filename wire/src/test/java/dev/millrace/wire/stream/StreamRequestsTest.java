package dev.millrace.wire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.request.GetShardIteratorRequest;
import dev.millrace.model.request.ListStreamsRequest;
import dev.millrace.model.stream.ShardIteratorType;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

class StreamRequestsTest {
    private static final String ARN =
            "arn:aws:dynamodb:eu-west-1:000000000000:table/abc/stream/2026-11-22T00:00:00.000";
    private static final String SHARD = "shardId-00000001731313410123-0123abcd";
    private static final String NUMBER = "100000000000000000001";
    private static final Map<String, OperationCodec<?, ?>> CODECS =
            Map.of(
                    "List", new ListStreamsCodec(),
                    "Describe", new DescribeStreamCodec(),
                    "Iterator", new GetShardIteratorCodec(),
                    "Records", new GetRecordsCodec());

    @Test
    void listStreamsHasDefaults() {
        assertThat(Wire.decode(new ListStreamsCodec(), "{}"))
                .isEqualTo(new ListStreamsRequest(null, null, 100));
    }

    @Test
    void listStreamsWithEverything() {
        assertThat(
                        Wire.decode(
                                new ListStreamsCodec(),
                                "{'TableName':'abc','Limit':1,'ExclusiveStartStreamArn':'"
                                        + ARN
                                        + "'}"))
                .isEqualTo(new ListStreamsRequest("abc", ARN, 1));
    }

    @Test
    void describeStreamWithEverything() {
        assertThat(
                        Wire.decode(
                                new DescribeStreamCodec(),
                                "{'StreamArn':'"
                                        + ARN
                                        + "','Limit':5,'ExclusiveStartShardId':'"
                                        + SHARD
                                        + "'}"))
                .isEqualTo(new DescribeStreamRequest(ARN, SHARD, 5));
    }

    @Test
    void describeStreamHasDefaults() {
        assertThat(Wire.decode(new DescribeStreamCodec(), "{'StreamArn':'" + ARN + "'}"))
                .isEqualTo(new DescribeStreamRequest(ARN, null, 100));
    }

    @Test
    void getShardIteratorWithASequenceNumber() {
        assertThat(
                        Wire.decode(
                                new GetShardIteratorCodec(),
                                iterator(
                                        "AT_SEQUENCE_NUMBER",
                                        ",'SequenceNumber':'" + NUMBER + "'")))
                .isEqualTo(
                        new GetShardIteratorRequest(
                                ARN, SHARD, ShardIteratorType.AT_SEQUENCE_NUMBER, NUMBER));
    }

    @Test
    void getRecordsHasDefaults() {
        assertThat(Wire.decode(new GetRecordsCodec(), "{'ShardIterator':'x'}"))
                .isEqualTo(new GetRecordsRequest("x", 1_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    List     | {'Limit':0}   | 1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
                    List     | {'Limit':101} | 1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100
                    List     | {'TableName':'ab'} | 1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3
                    List     | {'ExclusiveStartStreamArn':'x'} | Invalid StreamArn: x
                    Describe | {} | 1 validation error detected: Value null at 'streamArn' failed to satisfy constraint: Member must not be null
                    Describe | {'StreamArn':'x'} | Invalid StreamArn: x
                    Describe | {'StreamArn':'x','Limit':101} | 1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100
                    Describe | {'StreamArn':'x','ExclusiveStartShardId':'short'} | 1 validation error detected: Value 'short' at 'exclusiveStartShardId' failed to satisfy constraint: Member must have length greater than or equal to 28
                    Iterator | {} | 3 validation errors detected: Value null at 'streamArn' failed to satisfy constraint: Member must not be null; Value null at 'shardId' failed to satisfy constraint: Member must not be null; Value null at 'shardIteratorType' failed to satisfy constraint: Member must not be null
                    Records  | {} | 1 validation error detected: Value null at 'shardIterator' failed to satisfy constraint: Member must not be null
                    Records  | {'ShardIterator':''} | 1 validation error detected: Value '' at 'shardIterator' failed to satisfy constraint: Member must have length greater than or equal to 1
                    Records  | {'ShardIterator':'x','Limit':1001} | 1 validation error detected: Value '1001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 1000
                    """)
    void violatedConstraintsAreListed(String operation, String body, String message) {
        assertThat(Wire.errorOf(Objects.requireNonNull(CODECS.get(operation)), body))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "12345678901234567890", "12345678901234567890123456789012345678901"})
    void aSequenceNumberHas21To40Characters(String number) {
        assertThat(
                        Wire.errorOf(
                                new GetShardIteratorCodec(),
                                iterator(
                                        "AT_SEQUENCE_NUMBER",
                                        ",'SequenceNumber':'" + number + "'")))
                .startsWith(
                        "1 validation error detected: Value '" + number + "' at 'sequenceNumber'");
    }

    @Test
    void aSequenceNumberIsMadeOfDigits() {
        String number = "1000000000000000000x1";

        assertThat(
                        Wire.errorOf(
                                new GetShardIteratorCodec(),
                                iterator(
                                        "AT_SEQUENCE_NUMBER",
                                        ",'SequenceNumber':'" + number + "'")))
                .isEqualTo("Invalid SequenceNumber: " + number);
    }

    @Test
    void anUnknownIteratorTypeIsAViolation() {
        assertThat(Wire.errorOf(new GetShardIteratorCodec(), iterator("X", "")))
                .startsWith("1 validation error detected: Value 'X' at 'shardIteratorType' failed");
    }

    @Test
    void aTimestampIsInSecondsWithAFraction() {
        assertThat(
                        Wire.decode(
                                new GetShardIteratorCodec(),
                                iterator("AT_TIMESTAMP", ",'Timestamp':1795420800.25")))
                .isEqualTo(
                        new GetShardIteratorRequest(
                                ARN,
                                SHARD,
                                ShardIteratorType.AT_TIMESTAMP,
                                null,
                                Instant.ofEpochMilli(1_795_420_800_250L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300", "-1e300", "99999999999999999999999999"})
    void aTimestampBeyondAllBoundsIsTheNearestThatFits(String timestamp) {
        Instant moment =
                Objects.requireNonNull(
                        Wire.decode(
                                        new GetShardIteratorCodec(),
                                        iterator("AT_TIMESTAMP", ",'Timestamp':" + timestamp))
                                .timestamp());
        assertThat(Math.abs(moment.getEpochSecond())).isEqualTo(1_000_000_000_000L);
    }

    @Test
    void aShardFilterNamesTheParent() {
        assertThat(
                        Wire.decode(
                                        new DescribeStreamCodec(),
                                        "{'StreamArn':'"
                                                + ARN
                                                + "','ShardFilter':{'Type':'CHILD_SHARDS',"
                                                + "'ShardId':'"
                                                + SHARD
                                                + "'}}")
                                .childrenOf())
                .isEqualTo(SHARD);
    }

    private static String iterator(String type, String more) {
        return "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'%s'%s}"
                .formatted(ARN, SHARD, type, more);
    }
}
