package dev.millrace.wire.global;

import dev.millrace.model.request.DescribeGlobalTableRequest;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.shape.Structure;

/// The wire form of DescribeGlobalTable.
public final class DescribeGlobalTableCodec extends RefusedCodec<DescribeGlobalTableRequest> {
    private static final Structure REQUEST =
            Structure.of("DescribeGlobalTableInput", GlobalMembers.GLOBAL_TABLE_NAME);

    @Override
    public String operation() {
        return "DescribeGlobalTable";
    }

    @Override
    public DescribeGlobalTableRequest decode(JsonInput input) {
        return new DescribeGlobalTableRequest(
                REQUEST.decode(input).require(GlobalMembers.GLOBAL_TABLE_NAME));
    }
}
