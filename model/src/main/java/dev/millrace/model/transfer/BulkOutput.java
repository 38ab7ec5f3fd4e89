package dev.millrace.model.transfer;

import java.util.List;

/// What a bulk operation reports, and where.
///
/// @param types at least one
public record BulkOutput(BucketTarget target, List<BulkOutputType> types) {}
