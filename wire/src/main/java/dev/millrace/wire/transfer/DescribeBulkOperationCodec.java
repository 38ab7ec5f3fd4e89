package dev.millrace.wire.transfer;

import dev.millrace.model.request.DescribeBulkOperationRequest;
import dev.millrace.model.response.BulkOperationResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

/// The wire form of DescribeBulkOperation.
public final class DescribeBulkOperationCodec
        implements OperationCodec<DescribeBulkOperationRequest, BulkOperationResponse> {
    private static final Member<String> ARN = TransferMembers.arn("BulkOperationArn");
    private static final Structure REQUEST = Structure.of("DescribeBulkOperationInput", ARN);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "DescribeBulkOperation";
    }

    @Override
    public DescribeBulkOperationRequest decode(JsonInput input) {
        return new DescribeBulkOperationRequest(REQUEST.decode(input).require(ARN));
    }

    @Override
    public void encode(BulkOperationResponse response, JsonOutput output) {
        output.document(() -> BulkJson.write(response.description(), output));
    }
}
