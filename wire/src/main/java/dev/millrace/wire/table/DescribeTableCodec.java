package dev.millrace.wire.table;

import dev.millrace.model.request.DescribeTableRequest;
import dev.millrace.model.response.DescribeTableResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

/// The wire form of DescribeTable.
public final class DescribeTableCodec
        implements OperationCodec<DescribeTableRequest, DescribeTableResponse> {
    private static final Structure REQUEST =
            Structure.of("DescribeTableRequest", TableName.NAME_OR_ARN);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "DescribeTable";
    }

    @Override
    public DescribeTableRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new DescribeTableRequest(TableName.of(fields.require(TableName.NAME_OR_ARN)));
    }

    @Override
    public void encode(DescribeTableResponse response, JsonOutput output) {
        output.document(() -> TableJson.write("Table", response.table(), output));
    }
}
