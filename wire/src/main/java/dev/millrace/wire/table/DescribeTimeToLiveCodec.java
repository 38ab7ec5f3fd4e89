package dev.millrace.wire.table;

import dev.millrace.model.request.DescribeTimeToLiveRequest;
import dev.millrace.model.response.DescribeTimeToLiveResponse;
import dev.millrace.model.table.TimeToLiveDescription;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

/// The wire form of DescribeTimeToLive.
public final class DescribeTimeToLiveCodec
        implements OperationCodec<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse> {
    private static final Structure REQUEST =
            Structure.of("DescribeTimeToLiveRequest", TableName.NAME_OR_ARN);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "DescribeTimeToLive";
    }

    @Override
    public DescribeTimeToLiveRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new DescribeTimeToLiveRequest(TableName.of(fields.require(TableName.NAME_OR_ARN)));
    }

    @Override
    public void encode(DescribeTimeToLiveResponse response, JsonOutput output) {
        output.document(() -> write(response.timeToLiveDescription(), output));
    }

    private static void write(TimeToLiveDescription description, JsonOutput output) {
        output.startObject("TimeToLiveDescription");
        output.text("TimeToLiveStatus", description.status().name());
        output.text("AttributeName", description.attributeName());
        output.endObject();
    }
}
