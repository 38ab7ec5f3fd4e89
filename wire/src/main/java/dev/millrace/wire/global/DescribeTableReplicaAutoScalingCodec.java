package dev.millrace.wire.global;

import dev.millrace.model.request.DescribeTableReplicaAutoScalingRequest;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Structure;

/// The wire form of DescribeTableReplicaAutoScaling.
public final class DescribeTableReplicaAutoScalingCodec
        extends RefusedCodec<DescribeTableReplicaAutoScalingRequest> {
    private static final Structure REQUEST =
            Structure.of("DescribeTableReplicaAutoScalingInput", TableName.NAME_OR_ARN);

    @Override
    public String operation() {
        return "DescribeTableReplicaAutoScaling";
    }

    @Override
    public DescribeTableReplicaAutoScalingRequest decode(JsonInput input) {
        return new DescribeTableReplicaAutoScalingRequest(
                TableName.of(REQUEST.decode(input).require(TableName.NAME_OR_ARN)));
    }
}
