package dev.millrace.wire.table;

import dev.millrace.model.request.RestoreTableToPointInTimeRequest;
import dev.millrace.model.response.RestoreTableToPointInTimeResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import java.time.Instant;

/// The wire form of RestoreTableToPointInTime.
public final class RestoreTableToPointInTimeCodec
        implements OperationCodec<
                RestoreTableToPointInTimeRequest, RestoreTableToPointInTimeResponse> {
    private static final Member<String> SOURCE_TABLE_ARN =
            Member.text("SourceTableArn").rule(Rules.length(1, TableName.ARN_CHARS_MAX));
    private static final Member<String> SOURCE_TABLE_NAME = TableName.plain("SourceTableName");
    private static final Member<Boolean> USE_LATEST_RESTORABLE_TIME =
            Member.truth("UseLatestRestorableTime");
    private static final Member<Instant> RESTORE_DATE_TIME = Member.moment("RestoreDateTime");
    private static final Structure REQUEST =
            Structure.of(
                    "RestoreTableToPointInTimeRequest",
                    SOURCE_TABLE_ARN,
                    SOURCE_TABLE_NAME,
                    RestoreMembers.TARGET_TABLE_NAME,
                    USE_LATEST_RESTORABLE_TIME,
                    RESTORE_DATE_TIME,
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
        return "RestoreTableToPointInTime";
    }

    @Override
    public RestoreTableToPointInTimeRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new RestoreTableToPointInTimeRequest(
                fields.get(SOURCE_TABLE_ARN),
                fields.get(SOURCE_TABLE_NAME),
                fields.require(RestoreMembers.TARGET_TABLE_NAME),
                fields.orElse(USE_LATEST_RESTORABLE_TIME, false),
                fields.get(RESTORE_DATE_TIME),
                RestoreMembers.overrides(fields));
    }

    @Override
    public void encode(RestoreTableToPointInTimeResponse response, JsonOutput output) {
        output.document(
                () -> TableJson.write("TableDescription", response.tableDescription(), output));
    }
}
