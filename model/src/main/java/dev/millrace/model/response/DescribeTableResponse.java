package dev.millrace.model.response;

import dev.millrace.model.table.TableDescription;

/// What DescribeTable answers.
public record DescribeTableResponse(TableDescription table) {}
