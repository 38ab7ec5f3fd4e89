package dev.millrace.wire.stream;

import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

/// The wire form of GetRecords.
public final class GetRecordsCodec
        implements OperationCodec<GetRecordsRequest, GetRecordsResponse> {
    private static final int LIMIT_MAX = 1_000;
    private static final int ITERATOR_CHARS_MAX = 2_048;
    private static final Member<String> SHARD_ITERATOR =
            Member.text("ShardIterator").required().rule(Rules.length(1, ITERATOR_CHARS_MAX));
    private static final Member<Integer> LIMIT = StreamMembers.limit(LIMIT_MAX);
    private static final Structure REQUEST = Structure.of("GetRecordsInput", SHARD_ITERATOR, LIMIT);

    @Override
    public Service service() {
        return Service.STREAMS;
    }

    @Override
    public String operation() {
        return "GetRecords";
    }

    @Override
    public GetRecordsRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new GetRecordsRequest(
                fields.require(SHARD_ITERATOR), fields.orElse(LIMIT, LIMIT_MAX));
    }

    @Override
    public void encode(GetRecordsResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("Records");
            response.records().forEach(record -> RecordJson.write(record, output));
            output.endArray();
            output.text("NextShardIterator", response.nextShardIterator());
        });
    }
}
