package dev.millrace.wire.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.response.DescribeStreamResponse;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.response.GetShardIteratorResponse;
import dev.millrace.model.response.ListStreamsResponse;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamDescription;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.stream.StreamSummary;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.wire.Wire;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class StreamResponsesTest {
    private static final Item KEYS = Item.of(Map.of("pk", new AttributeValue.S("x")));

    @Test
    void streamsAreListedWithWhereThePageEnded() {
        assertThat(
                        Wire.encode(
                                new ListStreamsCodec(),
                                new ListStreamsResponse(
                                        List.of(new StreamSummary("arn", "abc", "label")), "arn")))
                .isEqualTo(
                        "{'Streams':[{'StreamArn':'arn','TableName':'abc','StreamLabel':'label'}],"
                                + "'LastEvaluatedStreamArn':'arn'}");
        assertThat(Wire.encode(new ListStreamsCodec(), new ListStreamsResponse(List.of(), null)))
                .isEqualTo("{'Streams':[]}");
    }

    @Test
    void aStreamIsDescribedWithItsShards() {
        assertThat(
                        Wire.encode(
                                new DescribeStreamCodec(),
                                new DescribeStreamResponse(
                                        stream(
                                                List.of(
                                                        new ShardDescription("s1", null, "1", "5"),
                                                        new ShardDescription(
                                                                "s2", "s1", "6", null)),
                                                "s2"))))
                .isEqualTo(
                        "{'StreamDescription':{'StreamArn':'arn','StreamLabel':'label',"
                                + "'StreamStatus':'ENABLED','StreamViewType':'NEW_IMAGE',"
                                + "'CreationRequestDateTime':1731313410.045,'TableName':'abc',"
                                + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
                                + "'Shards':[{'ShardId':'s1','SequenceNumberRange':{"
                                + "'StartingSequenceNumber':'1','EndingSequenceNumber':'5'}},"
                                + "{'ShardId':'s2','SequenceNumberRange':{"
                                + "'StartingSequenceNumber':'6'},'ParentShardId':'s1'}],"
                                + "'LastEvaluatedShardId':'s2'}}");
    }

    @Test
    void theLastPageOfShardsHasNoLastEvaluatedShardId() {
        assertThat(
                        Wire.encode(
                                new DescribeStreamCodec(),
                                new DescribeStreamResponse(stream(List.of(), null))))
                .endsWith("'Shards':[]}}");
    }

    @Test
    void aShardIteratorIsTheWholeAnswer() {
        assertThat(Wire.encode(new GetShardIteratorCodec(), new GetShardIteratorResponse("x")))
                .isEqualTo("{'ShardIterator':'x'}");
    }

    @Test
    void aRecordShowsKeysAndImages() {
        assertThat(
                        Wire.encode(
                                new GetRecordsCodec(),
                                new GetRecordsResponse(
                                        List.of(record(EventName.MODIFY, KEYS, false)), "next")))
                .isEqualTo(
                        "{'Records':[{'eventID':'id','eventName':'MODIFY','eventVersion':'1.1',"
                            + "'eventSource':'aws:dynamodb','awsRegion':'eu-west-1','dynamodb':{"
                            + "'ApproximateCreationDateTime':1731313410,"
                            + "'Keys':{'pk':{'S':'x'}},'NewImage':{'pk':{'S':'x'}},"
                            + "'OldImage':{'pk':{'S':'x'}},'SequenceNumber':'7',"
                            + "'SizeBytes':9,'StreamViewType':'NEW_AND_OLD_IMAGES'}}],"
                            + "'NextShardIterator':'next'}");
    }

    @Test
    void anExpiredItemWasRemovedByTheService() {
        assertThat(
                        Wire.encode(
                                new GetRecordsCodec(),
                                new GetRecordsResponse(
                                        List.of(record(EventName.REMOVE, null, true)), null)))
                .doesNotContain("NewImage")
                .endsWith(
                        "},'userIdentity':{'PrincipalId':'dynamodb.amazonaws.com',"
                                + "'Type':'Service'}}]}");
    }

    @Test
    void aDrainedShardHasNoNextShardIterator() {
        assertThat(Wire.encode(new GetRecordsCodec(), new GetRecordsResponse(List.of(), null)))
                .isEqualTo("{'Records':[]}");
    }

    private static StreamRecord record(EventName name, @Nullable Item newImage, boolean expired) {
        return new StreamRecord(
                "id",
                name,
                "eu-west-1",
                1_731_313_410,
                KEYS,
                newImage,
                KEYS,
                "7",
                9,
                StreamViewType.NEW_AND_OLD_IMAGES,
                expired);
    }

    private static StreamDescription stream(List<ShardDescription> shards, @Nullable String last) {
        return new StreamDescription(
                "arn",
                "label",
                "abc",
                StreamStatus.ENABLED,
                StreamViewType.NEW_IMAGE,
                Instant.ofEpochMilli(1_731_313_410_045L),
                new KeySchema(new KeyAttribute("pk", ScalarType.S), null),
                shards,
                last);
    }
}
