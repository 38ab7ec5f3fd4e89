package dev.millrace.wire.transfer;

import dev.millrace.model.request.DescribeImportRequest;
import dev.millrace.model.response.ImportTableResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

/// The wire form of DescribeImport.
public final class DescribeImportCodec
        implements OperationCodec<DescribeImportRequest, ImportTableResponse> {
    private static final Member<String> IMPORT_ARN = TransferMembers.arn("ImportArn");
    private static final Structure REQUEST = Structure.of("DescribeImportRequest", IMPORT_ARN);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "DescribeImport";
    }

    @Override
    public DescribeImportRequest decode(JsonInput input) {
        return new DescribeImportRequest(REQUEST.decode(input).require(IMPORT_ARN));
    }

    @Override
    public void encode(ImportTableResponse response, JsonOutput output) {
        output.document(() -> ImportJson.write(response.description(), output));
    }
}
