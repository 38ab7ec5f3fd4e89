package dev.millrace.wire.stream;

import dev.millrace.model.request.ListStreamsRequest;
import dev.millrace.model.response.ListStreamsResponse;
import dev.millrace.model.stream.StreamSummary;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.StreamArn;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

/// The wire form of ListStreams.
public final class ListStreamsCodec
        implements OperationCodec<ListStreamsRequest, ListStreamsResponse> {
    private static final int LIMIT_MAX = 100;
    private static final Member<String> TABLE_NAME = TableName.plain("TableName");
    private static final Member<Integer> LIMIT = StreamMembers.limit(LIMIT_MAX);
    private static final Member<String> EXCLUSIVE_START_STREAM_ARN =
            StreamArn.member("ExclusiveStartStreamArn");
    private static final Structure REQUEST =
            Structure.of("ListStreamsInput", TABLE_NAME, LIMIT, EXCLUSIVE_START_STREAM_ARN);

    @Override
    public Service service() {
        return Service.STREAMS;
    }

    @Override
    public String operation() {
        return "ListStreams";
    }

    @Override
    public ListStreamsRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new ListStreamsRequest(
                fields.get(TABLE_NAME), exclusiveStart(fields), fields.orElse(LIMIT, LIMIT_MAX));
    }

    @Override
    public void encode(ListStreamsResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("Streams");
            response.streams().forEach(stream -> write(stream, output));
            output.endArray();
            output.text("LastEvaluatedStreamArn", response.lastEvaluatedStreamArn());
        });
    }

    private static @Nullable String exclusiveStart(Fields fields) {
        String arn = fields.get(EXCLUSIVE_START_STREAM_ARN);
        return arn == null ? null : StreamArn.requireForm(arn);
    }

    private static void write(StreamSummary stream, JsonOutput output) {
        output.startObject();
        output.text("StreamArn", stream.streamArn());
        output.text("TableName", stream.tableName());
        output.text("StreamLabel", stream.streamLabel());
        output.endObject();
    }
}
