package dev.millrace.wire.stream;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.response.DescribeStreamResponse;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamDescription;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.KeySchemaJson;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/// The wire form of DescribeStream.
public final class DescribeStreamCodec
        implements OperationCodec<DescribeStreamRequest, DescribeStreamResponse> {
    private static final int LIMIT_MAX = 100;
    private static final Pattern SHARD_ID = Pattern.compile("shardId-[0-9]{20}-[0-9a-f]{8}");
    private static final Member<Integer> LIMIT = StreamMembers.limit(LIMIT_MAX);
    private static final Member<String> EXCLUSIVE_START_SHARD_ID =
            StreamMembers.shardId("ExclusiveStartShardId");
    // The service model lets both members be missing, the service does not (streams-api reference,
    // section 4). There is one type, so the id says it all.
    private static final Member<String> FILTER_TYPE = Member.choice("Type", "CHILD_SHARDS");
    private static final Member<String> FILTER_SHARD_ID = StreamMembers.shardId("ShardId");
    private static final Member<Fields> SHARD_FILTER =
            Member.structure(
                    "ShardFilter", Structure.of("ShardFilter", FILTER_TYPE, FILTER_SHARD_ID));
    private static final Structure REQUEST =
            Structure.of(
                    "DescribeStreamInput",
                    StreamMembers.STREAM_ARN,
                    LIMIT,
                    EXCLUSIVE_START_SHARD_ID,
                    SHARD_FILTER);

    @Override
    public Service service() {
        return Service.STREAMS;
    }

    @Override
    public String operation() {
        return "DescribeStream";
    }

    @Override
    public DescribeStreamRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new DescribeStreamRequest(
                StreamMembers.streamArn(fields),
                fields.get(EXCLUSIVE_START_SHARD_ID),
                fields.orElse(LIMIT, LIMIT_MAX),
                childrenOf(fields.get(SHARD_FILTER)));
    }

    private static @Nullable String childrenOf(@Nullable Fields filter) {
        if (filter == null) {
            return null;
        }
        if (filter.get(FILTER_TYPE) == null) {
            throw ApiException.invalidParameter("ShardFilter.Type is required");
        }
        String shardId = filter.get(FILTER_SHARD_ID);
        if (shardId == null) {
            throw ApiException.invalidParameter("ShardFilter.ShardId is required");
        }
        if (!SHARD_ID.matcher(shardId).matches()) {
            throw ApiException.invalidParameter("Invalid ShardFilter.ShardId: " + shardId);
        }
        return shardId;
    }

    @Override
    public void encode(DescribeStreamResponse response, JsonOutput output) {
        output.document(() -> write(response.streamDescription(), output));
    }

    private static void write(StreamDescription stream, JsonOutput output) {
        output.startObject("StreamDescription");
        output.text("StreamArn", stream.streamArn());
        output.text("StreamLabel", stream.streamLabel());
        output.text("StreamStatus", stream.streamStatus().name());
        output.text("StreamViewType", stream.streamViewType().name());
        output.moment("CreationRequestDateTime", stream.creationRequestDateTime());
        output.text("TableName", stream.tableName());
        KeySchemaJson.write(stream.keySchema(), output);
        output.startArray("Shards");
        stream.shards().forEach(shard -> write(shard, output));
        output.endArray();
        output.text("LastEvaluatedShardId", stream.lastEvaluatedShardId());
        output.endObject();
    }

    private static void write(ShardDescription shard, JsonOutput output) {
        output.startObject();
        output.text("ShardId", shard.shardId());
        output.startObject("SequenceNumberRange");
        output.text("StartingSequenceNumber", shard.startingSequenceNumber());
        output.text("EndingSequenceNumber", shard.endingSequenceNumber());
        output.endObject();
        output.text("ParentShardId", shard.parentShardId());
        output.endObject();
    }
}
