package dev.millrace.wire.transfer;

import dev.millrace.model.request.ExportTableToPointInTimeRequest;
import dev.millrace.model.response.ExportTableToPointInTimeResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Structure;

/// The wire form of ExportTableToPointInTime.
public final class ExportTableToPointInTimeCodec
        implements OperationCodec<
                ExportTableToPointInTimeRequest, ExportTableToPointInTimeResponse> {
    private static final Structure REQUEST =
            Structure.of(
                            "ExportTableToPointInTimeRequest",
                            ExportMembers.TABLE_ARN,
                            ExportMembers.EXPORT_TIME,
                            TransferMembers.CLIENT_TOKEN,
                            TransferMembers.BUCKET,
                            TransferMembers.BUCKET_OWNER,
                            ExportMembers.PREFIX,
                            ExportMembers.SSE_ALGORITHM,
                            ExportMembers.SSE_KMS_KEY_ID,
                            ExportMembers.FORMAT,
                            ExportMembers.TYPE,
                            ExportMembers.SPECIFICATION)
                    .refusing("FilterSpecification");

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "ExportTableToPointInTime";
    }

    @Override
    public ExportTableToPointInTimeRequest decode(JsonInput input) {
        return ExportMembers.request(REQUEST.decode(input));
    }

    @Override
    public void encode(ExportTableToPointInTimeResponse response, JsonOutput output) {
        output.document(() -> ExportJson.write(response.description(), output));
    }
}
