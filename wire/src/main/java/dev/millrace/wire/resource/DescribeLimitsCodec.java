package dev.millrace.wire.resource;

import dev.millrace.model.request.DescribeLimitsRequest;
import dev.millrace.model.response.DescribeLimitsResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Structure;

/// The wire form of DescribeLimits.
public final class DescribeLimitsCodec
        implements OperationCodec<DescribeLimitsRequest, DescribeLimitsResponse> {
    private static final Structure REQUEST = Structure.of("DescribeLimitsRequest");

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "DescribeLimits";
    }

    @Override
    public DescribeLimitsRequest decode(JsonInput input) {
        REQUEST.decode(input);
        return new DescribeLimitsRequest();
    }

    @Override
    public void encode(DescribeLimitsResponse response, JsonOutput output) {
        output.document(() -> {
            output.whole("AccountMaxReadCapacityUnits", response.accountMaxReadCapacityUnits());
            output.whole("AccountMaxWriteCapacityUnits", response.accountMaxWriteCapacityUnits());
            output.whole("TableMaxReadCapacityUnits", response.tableMaxReadCapacityUnits());
            output.whole("TableMaxWriteCapacityUnits", response.tableMaxWriteCapacityUnits());
        });
    }
}
