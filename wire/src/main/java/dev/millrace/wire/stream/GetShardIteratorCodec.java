package dev.millrace.wire.stream;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.GetShardIteratorRequest;
import dev.millrace.model.response.GetShardIteratorResponse;
import dev.millrace.model.stream.ShardIteratorType;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// The wire form of GetShardIterator.
public final class GetShardIteratorCodec
        implements OperationCodec<GetShardIteratorRequest, GetShardIteratorResponse> {
    private static final int SEQUENCE_NUMBER_CHARS_MIN = 21;
    private static final int SEQUENCE_NUMBER_CHARS_MAX = 40;

    private static final Member<String> SHARD_ID = StreamMembers.shardId("ShardId").required();
    private static final Member<String> SHARD_ITERATOR_TYPE =
            Member.choice(
                            "ShardIteratorType",
                            "TRIM_HORIZON",
                            "LATEST",
                            "AT_SEQUENCE_NUMBER",
                            "AFTER_SEQUENCE_NUMBER",
                            "AT_TIMESTAMP")
                    .required();
    private static final Member<String> SEQUENCE_NUMBER =
            Member.text("SequenceNumber")
                    .rule(Rules.length(SEQUENCE_NUMBER_CHARS_MIN, SEQUENCE_NUMBER_CHARS_MAX));
    private static final Member<Instant> TIMESTAMP = Member.moment("Timestamp");
    private static final Structure REQUEST =
            Structure.of(
                    "GetShardIteratorInput",
                    StreamMembers.STREAM_ARN,
                    SHARD_ID,
                    SHARD_ITERATOR_TYPE,
                    SEQUENCE_NUMBER,
                    TIMESTAMP);

    @Override
    public Service service() {
        return Service.STREAMS;
    }

    @Override
    public String operation() {
        return "GetShardIterator";
    }

    @Override
    public GetShardIteratorRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new GetShardIteratorRequest(
                StreamMembers.streamArn(fields),
                fields.require(SHARD_ID),
                ShardIteratorType.valueOf(fields.require(SHARD_ITERATOR_TYPE)),
                sequenceNumber(fields.get(SEQUENCE_NUMBER)),
                fields.get(TIMESTAMP));
    }

    @Override
    public void encode(GetShardIteratorResponse response, JsonOutput output) {
        output.document(() -> output.text("ShardIterator", response.shardIterator()));
    }

    private static @Nullable String sequenceNumber(@Nullable String number) {
        if (number != null && !number.chars().allMatch(unit -> unit >= '0' && unit <= '9')) {
            throw ApiException.validation("Invalid SequenceNumber: " + number);
        }
        return number;
    }
}
