package dev.millrace.wire.transfer;

import dev.millrace.model.request.CancelBulkOperationRequest;
import dev.millrace.model.response.CancelBulkOperationResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

/// The wire form of CancelBulkOperation.
public final class CancelBulkOperationCodec
        implements OperationCodec<CancelBulkOperationRequest, CancelBulkOperationResponse> {
    private static final Member<String> ARN = TransferMembers.arn("BulkOperationArn");
    private static final Structure REQUEST = Structure.of("CancelBulkOperationInput", ARN);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "CancelBulkOperation";
    }

    @Override
    public CancelBulkOperationRequest decode(JsonInput input) {
        return new CancelBulkOperationRequest(REQUEST.decode(input).require(ARN));
    }

    @Override
    public void encode(CancelBulkOperationResponse response, JsonOutput output) {
        output.document(() -> {
            output.text(ARN.name(), response.bulkOperationArn());
            output.text("BulkOperationStatus", response.status().name());
        });
    }
}
