package dev.millrace.model.transfer;

import org.jspecify.annotations.Nullable;

/// The objects that are to be imported: those of a bucket whose keys begin with the prefix.
///
/// @param owner the account that has the bucket, which is not looked at
public record BucketSource(String bucket, @Nullable String owner, @Nullable String keyPrefix) {}
