package dev.millrace.model.response;

import dev.millrace.model.stream.StreamDescription;

/// What DescribeStream answers.
public record DescribeStreamResponse(StreamDescription streamDescription) {}
