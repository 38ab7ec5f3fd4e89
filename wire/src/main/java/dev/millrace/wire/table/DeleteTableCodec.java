package dev.millrace.wire.table;

import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.response.DeleteTableResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

/// The wire form of DeleteTable.
public final class DeleteTableCodec
        implements OperationCodec<DeleteTableRequest, DeleteTableResponse> {
    private static final Structure REQUEST =
            Structure.of("DeleteTableRequest", TableName.NAME_OR_ARN);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "DeleteTable";
    }

    @Override
    public DeleteTableRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new DeleteTableRequest(TableName.of(fields.require(TableName.NAME_OR_ARN)));
    }

    @Override
    public void encode(DeleteTableResponse response, JsonOutput output) {
        output.document(
                () -> TableJson.write("TableDescription", response.tableDescription(), output));
    }
}
