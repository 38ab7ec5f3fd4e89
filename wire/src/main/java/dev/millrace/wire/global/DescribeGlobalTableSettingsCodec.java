package dev.millrace.wire.global;

import dev.millrace.model.request.DescribeGlobalTableSettingsRequest;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.shape.Structure;

/// The wire form of DescribeGlobalTableSettings.
public final class DescribeGlobalTableSettingsCodec
        extends RefusedCodec<DescribeGlobalTableSettingsRequest> {
    private static final Structure REQUEST =
            Structure.of("DescribeGlobalTableSettingsInput", GlobalMembers.GLOBAL_TABLE_NAME);

    @Override
    public String operation() {
        return "DescribeGlobalTableSettings";
    }

    @Override
    public DescribeGlobalTableSettingsRequest decode(JsonInput input) {
        return new DescribeGlobalTableSettingsRequest(
                REQUEST.decode(input).require(GlobalMembers.GLOBAL_TABLE_NAME));
    }
}
