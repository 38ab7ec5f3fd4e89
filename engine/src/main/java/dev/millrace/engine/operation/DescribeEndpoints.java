package dev.millrace.engine.operation;

import dev.millrace.model.request.DescribeEndpointsRequest;
import dev.millrace.model.response.DescribeEndpointsResponse;
import dev.millrace.model.response.DescribeEndpointsResponse.Endpoint;

import java.util.List;

/// Answers with the one address that clients reach this server by.
public final class DescribeEndpoints
        implements Operation<DescribeEndpointsRequest, DescribeEndpointsResponse> {
    private static final long CACHE_PERIOD_MINUTES = 1_440;

    private final String address;

    /// @param address host and port
    public DescribeEndpoints(String address) {
        this.address = address;
    }

    @Override
    public DescribeEndpointsResponse execute(DescribeEndpointsRequest request) {
        return new DescribeEndpointsResponse(List.of(new Endpoint(address, CACHE_PERIOD_MINUTES)));
    }
}
