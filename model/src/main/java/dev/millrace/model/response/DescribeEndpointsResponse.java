package dev.millrace.model.response;

import java.util.List;

/// What DescribeEndpoints answers.
public record DescribeEndpointsResponse(List<Endpoint> endpoints) {
    /// Where the service is found.
    ///
    /// @param address host and port
    /// @param cachePeriodInMinutes how long clients may keep it
    public record Endpoint(String address, long cachePeriodInMinutes) {}
}
