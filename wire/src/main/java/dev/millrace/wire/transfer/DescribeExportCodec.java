package dev.millrace.wire.transfer;

import dev.millrace.model.request.DescribeExportRequest;
import dev.millrace.model.response.ExportTableToPointInTimeResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

/// The wire form of DescribeExport.
public final class DescribeExportCodec
        implements OperationCodec<DescribeExportRequest, ExportTableToPointInTimeResponse> {
    private static final Member<String> EXPORT_ARN = TransferMembers.arn("ExportArn");
    private static final Structure REQUEST = Structure.of("DescribeExportRequest", EXPORT_ARN);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "DescribeExport";
    }

    @Override
    public DescribeExportRequest decode(JsonInput input) {
        return new DescribeExportRequest(REQUEST.decode(input).require(EXPORT_ARN));
    }

    @Override
    public void encode(ExportTableToPointInTimeResponse response, JsonOutput output) {
        output.document(() -> ExportJson.write(response.description(), output));
    }
}
