package dev.millrace.wire.resource;

import dev.millrace.model.request.DescribeEndpointsRequest;
import dev.millrace.model.response.DescribeEndpointsResponse;
import dev.millrace.model.response.DescribeEndpointsResponse.Endpoint;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Structure;

/// The wire form of DescribeEndpoints.
public final class DescribeEndpointsCodec
        implements OperationCodec<DescribeEndpointsRequest, DescribeEndpointsResponse> {
    private static final Structure REQUEST = Structure.of("DescribeEndpointsRequest");

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "DescribeEndpoints";
    }

    @Override
    public DescribeEndpointsRequest decode(JsonInput input) {
        REQUEST.decode(input);
        return new DescribeEndpointsRequest();
    }

    @Override
    public void encode(DescribeEndpointsResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("Endpoints");
            for (Endpoint endpoint : response.endpoints()) {
                output.startObject();
                output.text("Address", endpoint.address());
                output.whole("CachePeriodInMinutes", endpoint.cachePeriodInMinutes());
                output.endObject();
            }
            output.endArray();
        });
    }
}
