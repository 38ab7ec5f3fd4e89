package dev.millrace.model.transfer;

import org.jspecify.annotations.Nullable;

/// What a bulk operation reads.
///
/// @param format `DYNAMODB_JSON` or `ION`
/// @param compression null for none
public record BulkInput(
        BucketSource source, InputFormat format, @Nullable InputCompressionType compression) {}
