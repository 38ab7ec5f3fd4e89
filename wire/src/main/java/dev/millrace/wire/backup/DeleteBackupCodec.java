package dev.millrace.wire.backup;

import dev.millrace.model.request.DeleteBackupRequest;
import dev.millrace.model.response.DeleteBackupResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.BackupArn;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

/// The wire form of DeleteBackup.
public final class DeleteBackupCodec
        implements OperationCodec<DeleteBackupRequest, DeleteBackupResponse> {
    private static final Structure REQUEST = Structure.of("DeleteBackupRequest", BackupArn.MEMBER);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "DeleteBackup";
    }

    @Override
    public DeleteBackupRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new DeleteBackupRequest(fields.require(BackupArn.MEMBER));
    }

    @Override
    public void encode(DeleteBackupResponse response, JsonOutput output) {
        output.document(() -> BackupJson.write(response.backupDescription(), output));
    }
}
