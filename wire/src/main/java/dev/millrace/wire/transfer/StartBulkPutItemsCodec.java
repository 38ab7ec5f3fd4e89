package dev.millrace.wire.transfer;

import dev.millrace.model.request.StartBulkPutItemsRequest;
import dev.millrace.model.response.BulkOperationResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

/// The wire form of StartBulkPutItems.
public final class StartBulkPutItemsCodec
        implements OperationCodec<StartBulkPutItemsRequest, BulkOperationResponse> {
    private static final Structure REQUEST =
            Structure.of(
                    "StartBulkPutItemsInput",
                    TransferMembers.CLIENT_TOKEN,
                    BulkMembers.INPUT,
                    BulkMembers.OUTPUT,
                    TableName.NAME_OR_ARN,
                    BulkMembers.WRITE_UNITS,
                    BulkMembers.TIER);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "StartBulkPutItems";
    }

    @Override
    public StartBulkPutItemsRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return BulkMembers.request(fields.require(TableName.NAME_OR_ARN), fields);
    }

    @Override
    public void encode(BulkOperationResponse response, JsonOutput output) {
        output.document(() -> BulkJson.write(response.description(), output));
    }
}
