package dev.millrace.wire.table;

import dev.millrace.model.request.RestoreTableFromBackupRequest;
import dev.millrace.model.response.RestoreTableFromBackupResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.BackupArn;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

/// The wire form of RestoreTableFromBackup.
public final class RestoreTableFromBackupCodec
        implements OperationCodec<RestoreTableFromBackupRequest, RestoreTableFromBackupResponse> {
    private static final Structure REQUEST =
            Structure.of(
                    "RestoreTableFromBackupRequest",
                    RestoreMembers.TARGET_TABLE_NAME,
                    BackupArn.MEMBER,
                    RestoreMembers.BILLING_MODE,
                    RestoreMembers.GLOBAL_INDEXES,
                    RestoreMembers.LOCAL_INDEXES,
                    RestoreMembers.PROVISIONED_THROUGHPUT,
                    RestoreMembers.ON_DEMAND_THROUGHPUT,
                    RestoreMembers.SSE_SPECIFICATION,
                    RestoreMembers.VECTOR_INDEXES);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "RestoreTableFromBackup";
    }

    @Override
    public RestoreTableFromBackupRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new RestoreTableFromBackupRequest(
                fields.require(RestoreMembers.TARGET_TABLE_NAME),
                fields.require(BackupArn.MEMBER),
                RestoreMembers.overrides(fields));
    }

    @Override
    public void encode(RestoreTableFromBackupResponse response, JsonOutput output) {
        output.document(
                () -> TableJson.write("TableDescription", response.tableDescription(), output));
    }
}
