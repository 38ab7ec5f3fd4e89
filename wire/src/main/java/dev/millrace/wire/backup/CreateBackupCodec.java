package dev.millrace.wire.backup;

import dev.millrace.model.request.CreateBackupRequest;
import dev.millrace.model.response.CreateBackupResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

/// The wire form of CreateBackup.
public final class CreateBackupCodec
        implements OperationCodec<CreateBackupRequest, CreateBackupResponse> {
    private static final Member<String> BACKUP_NAME = TableName.plain("BackupName").required();
    private static final Structure REQUEST =
            Structure.of("CreateBackupRequest", TableName.NAME_OR_ARN, BACKUP_NAME);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "CreateBackup";
    }

    @Override
    public CreateBackupRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new CreateBackupRequest(
                TableName.of(fields.require(TableName.NAME_OR_ARN)), fields.require(BACKUP_NAME));
    }

    @Override
    public void encode(CreateBackupResponse response, JsonOutput output) {
        output.document(() -> BackupJson.write("BackupDetails", response.backupDetails(), output));
    }
}
