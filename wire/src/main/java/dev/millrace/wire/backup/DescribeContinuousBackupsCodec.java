package dev.millrace.wire.backup;

import dev.millrace.model.request.DescribeContinuousBackupsRequest;
import dev.millrace.model.response.DescribeContinuousBackupsResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

/// The wire form of DescribeContinuousBackups.
public final class DescribeContinuousBackupsCodec
        implements OperationCodec<
                DescribeContinuousBackupsRequest, DescribeContinuousBackupsResponse> {
    private static final Structure REQUEST =
            Structure.of("DescribeContinuousBackupsRequest", TableName.NAME_OR_ARN);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "DescribeContinuousBackups";
    }

    @Override
    public DescribeContinuousBackupsRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new DescribeContinuousBackupsRequest(
                TableName.of(fields.require(TableName.NAME_OR_ARN)));
    }

    @Override
    public void encode(DescribeContinuousBackupsResponse response, JsonOutput output) {
        output.document(() -> RecoveryJson.write(response.pointInTimeRecovery(), output));
    }
}
