package dev.millrace.wire.backup;

import dev.millrace.model.request.DescribeBackupRequest;
import dev.millrace.model.response.DescribeBackupResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.BackupArn;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

/// The wire form of DescribeBackup.
public final class DescribeBackupCodec
        implements OperationCodec<DescribeBackupRequest, DescribeBackupResponse> {
    private static final Structure REQUEST =
            Structure.of("DescribeBackupRequest", BackupArn.MEMBER);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "DescribeBackup";
    }

    @Override
    public DescribeBackupRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new DescribeBackupRequest(fields.require(BackupArn.MEMBER));
    }

    @Override
    public void encode(DescribeBackupResponse response, JsonOutput output) {
        output.document(() -> BackupJson.write(response.backupDescription(), output));
    }
}
