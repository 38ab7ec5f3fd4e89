package dev.millrace.wire.backup;

import dev.millrace.model.request.UpdateContinuousBackupsRequest;
import dev.millrace.model.response.UpdateContinuousBackupsResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

/// The wire form of UpdateContinuousBackups.
public final class UpdateContinuousBackupsCodec
        implements OperationCodec<UpdateContinuousBackupsRequest, UpdateContinuousBackupsResponse> {
    private static final int DAYS_MAX = 35;

    private static final Member<Boolean> ENABLED =
            Member.truth("PointInTimeRecoveryEnabled").required();
    private static final Member<Integer> RECOVERY_PERIOD_IN_DAYS =
            Member.integer("RecoveryPeriodInDays")
                    .rule(Rules.atLeast(1))
                    .rule(Rules.atMost(DAYS_MAX));
    private static final Member<Fields> SPECIFICATION =
            Member.structure(
                            "PointInTimeRecoverySpecification",
                            Structure.of(
                                    "PointInTimeRecoverySpecification",
                                    ENABLED,
                                    RECOVERY_PERIOD_IN_DAYS))
                    .required();
    private static final Structure REQUEST =
            Structure.of("UpdateContinuousBackupsRequest", TableName.NAME_OR_ARN, SPECIFICATION);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "UpdateContinuousBackups";
    }

    @Override
    public UpdateContinuousBackupsRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        Fields specification = fields.require(SPECIFICATION);
        return new UpdateContinuousBackupsRequest(
                TableName.of(fields.require(TableName.NAME_OR_ARN)),
                specification.require(ENABLED),
                specification.get(RECOVERY_PERIOD_IN_DAYS));
    }

    @Override
    public void encode(UpdateContinuousBackupsResponse response, JsonOutput output) {
        output.document(() -> RecoveryJson.write(response.pointInTimeRecovery(), output));
    }
}
