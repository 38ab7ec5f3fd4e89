package dev.millrace.wire.backup;

import dev.millrace.model.backup.BackupSummary;
import dev.millrace.model.backup.BackupType;
import dev.millrace.model.request.ListBackupsRequest;
import dev.millrace.model.response.ListBackupsResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.BackupArn;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// The wire form of ListBackups.
public final class ListBackupsCodec
        implements OperationCodec<ListBackupsRequest, ListBackupsResponse> {
    private static final int LIMIT_MAX = 100;
    private static final String EVERY_TYPE = "ALL";
    private static final Member<String> TABLE_NAME = TableName.anyNameOrArn();
    private static final Member<Integer> LIMIT =
            Member.integer("Limit").rule(Rules.atLeast(1)).rule(Rules.atMost(LIMIT_MAX));
    private static final Member<Instant> TIME_RANGE_LOWER_BOUND =
            Member.moment("TimeRangeLowerBound");
    private static final Member<Instant> TIME_RANGE_UPPER_BOUND =
            Member.moment("TimeRangeUpperBound");
    private static final Member<String> EXCLUSIVE_START_BACKUP_ARN =
            BackupArn.optional("ExclusiveStartBackupArn");
    private static final Member<String> BACKUP_TYPE =
            Member.choice("BackupType", "USER", "SYSTEM", "AWS_BACKUP", EVERY_TYPE);
    private static final Structure REQUEST =
            Structure.of(
                    "ListBackupsRequest",
                    TABLE_NAME,
                    LIMIT,
                    TIME_RANGE_LOWER_BOUND,
                    TIME_RANGE_UPPER_BOUND,
                    EXCLUSIVE_START_BACKUP_ARN,
                    BACKUP_TYPE);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "ListBackups";
    }

    @Override
    public ListBackupsRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        String tableName = fields.get(TABLE_NAME);
        return new ListBackupsRequest(
                tableName == null ? null : TableName.of(tableName),
                fields.orElse(LIMIT, LIMIT_MAX),
                fields.get(TIME_RANGE_LOWER_BOUND),
                fields.get(TIME_RANGE_UPPER_BOUND),
                fields.get(EXCLUSIVE_START_BACKUP_ARN),
                type(fields.orElse(BACKUP_TYPE, BackupType.USER.name())));
    }

    @Override
    public void encode(ListBackupsResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("BackupSummaries");
            response.backupSummaries().forEach(summary -> write(summary, output));
            output.endArray();
            output.text("LastEvaluatedBackupArn", response.lastEvaluatedBackupArn());
        });
    }

    private static @Nullable BackupType type(String asked) {
        return asked.equals(EVERY_TYPE) ? null : BackupType.valueOf(asked);
    }

    private static void write(BackupSummary summary, JsonOutput output) {
        output.startObject();
        output.text("TableName", summary.tableName());
        output.text("TableId", summary.tableId());
        output.text("TableArn", summary.tableArn());
        BackupJson.writeMembers(summary.backupDetails(), output);
        output.endObject();
    }
}
