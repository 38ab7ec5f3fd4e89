package dev.millrace.wire.global;

import dev.millrace.model.request.UpdateGlobalTableSettingsRequest;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import java.util.List;

/// The wire form of UpdateGlobalTableSettings.
public final class UpdateGlobalTableSettingsCodec
        extends RefusedCodec<UpdateGlobalTableSettingsRequest> {
    private static final int REPLICAS_MAX = 50;
    private static final Member<String> BILLING_MODE =
            Member.choice("GlobalTableBillingMode", "PROVISIONED", "PAY_PER_REQUEST");
    private static final Member<List<Fields>> INDEXES =
            GlobalMembers.perIndex(
                            "GlobalTableGlobalSecondaryIndexSettingsUpdate",
                            Structure.of(
                                    "GlobalTableGlobalSecondaryIndexSettingsUpdate",
                                    GlobalMembers.indexName().required(),
                                    GlobalMembers.units("ProvisionedWriteCapacityUnits"),
                                    GlobalMembers.scaling(
                                            "ProvisionedWriteCapacityAutoScalingSettingsUpdate")))
                    .rule(Rules.size(1, GlobalMembers.INDEXES_MAX));
    private static final Member<List<Fields>> REPLICAS =
            Member.structures(
                            "ReplicaSettingsUpdate",
                            Structure.of(
                                    "ReplicaSettingsUpdate",
                                    GlobalMembers.REQUIRED_REGION_NAME,
                                    GlobalMembers.units("ReplicaProvisionedReadCapacityUnits"),
                                    GlobalMembers.scaling(
                                            "ReplicaProvisionedReadCapacityAutoScalingSettingsUpdate"),
                                    GlobalMembers.perIndex(
                                                    "ReplicaGlobalSecondaryIndexSettingsUpdate",
                                                    Structure.of(
                                                            "ReplicaGlobalSecondaryIndexSettingsUpdate",
                                                            GlobalMembers.indexName().required(),
                                                            GlobalMembers.units(
                                                                    "ProvisionedReadCapacityUnits"),
                                                            GlobalMembers.scaling(
                                                                    "ProvisionedReadCapacityAutoScalingSettingsUpdate")))
                                            .rule(Rules.size(1, GlobalMembers.INDEXES_MAX)),
                                    Member.choice(
                                            "ReplicaTableClass",
                                            "STANDARD",
                                            "STANDARD_INFREQUENT_ACCESS")))
                    .rule(Rules.size(1, REPLICAS_MAX));
    private static final Structure REQUEST =
            Structure.of(
                    "UpdateGlobalTableSettingsInput",
                    GlobalMembers.GLOBAL_TABLE_NAME,
                    BILLING_MODE,
                    GlobalMembers.units("GlobalTableProvisionedWriteCapacityUnits"),
                    GlobalMembers.scaling(
                            "GlobalTableProvisionedWriteCapacityAutoScalingSettingsUpdate"),
                    INDEXES,
                    REPLICAS);

    @Override
    public String operation() {
        return "UpdateGlobalTableSettings";
    }

    @Override
    public UpdateGlobalTableSettingsRequest decode(JsonInput input) {
        return new UpdateGlobalTableSettingsRequest(
                REQUEST.decode(input).require(GlobalMembers.GLOBAL_TABLE_NAME));
    }
}
