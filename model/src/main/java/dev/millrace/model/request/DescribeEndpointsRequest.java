package dev.millrace.model.request;

/// Asks where clients find the service.
public record DescribeEndpointsRequest() {}
