package dev.millrace.wire.global;

import dev.millrace.model.request.UpdateTableReplicaAutoScalingRequest;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import java.util.List;

/// The wire form of UpdateTableReplicaAutoScaling.
public final class UpdateTableReplicaAutoScalingCodec
        extends RefusedCodec<UpdateTableReplicaAutoScalingRequest> {
    private static final Member<Fields> WRITES =
            GlobalMembers.scaling("ProvisionedWriteCapacityAutoScalingUpdate");
    private static final Member<List<Fields>> INDEXES =
            GlobalMembers.perIndex(
                            "GlobalSecondaryIndexUpdates",
                            Structure.of(
                                    "GlobalSecondaryIndexAutoScalingUpdate",
                                    GlobalMembers.indexName(),
                                    WRITES))
                    .rule(Rules.size(1, Integer.MAX_VALUE));
    private static final Member<List<Fields>> REPLICAS =
            Member.structures(
                            "ReplicaUpdates",
                            Structure.of(
                                    "ReplicaAutoScalingUpdate",
                                    GlobalMembers.REQUIRED_REGION_NAME,
                                    GlobalMembers.perIndex(
                                            "ReplicaGlobalSecondaryIndexUpdates",
                                            Structure.of(
                                                    "ReplicaGlobalSecondaryIndexAutoScalingUpdate",
                                                    GlobalMembers.indexName(),
                                                    GlobalMembers.scaling(
                                                            "ProvisionedReadCapacityAutoScalingUpdate"))),
                                    GlobalMembers.scaling(
                                            "ReplicaProvisionedReadCapacityAutoScalingUpdate")))
                    .rule(Rules.size(1, Integer.MAX_VALUE));
    private static final Structure REQUEST =
            Structure.of(
                    "UpdateTableReplicaAutoScalingInput",
                    INDEXES,
                    TableName.NAME_OR_ARN,
                    WRITES,
                    REPLICAS);

    @Override
    public String operation() {
        return "UpdateTableReplicaAutoScaling";
    }

    @Override
    public UpdateTableReplicaAutoScalingRequest decode(JsonInput input) {
        return new UpdateTableReplicaAutoScalingRequest(
                TableName.of(REQUEST.decode(input).require(TableName.NAME_OR_ARN)));
    }
}
