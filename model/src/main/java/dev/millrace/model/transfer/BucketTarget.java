package dev.millrace.model.transfer;

import org.jspecify.annotations.Nullable;

/// Where an export is written.
///
/// @param owner the account that has the bucket, which is not looked at
/// @param prefix of all keys, followed by a slash; null for none
/// @param sseAlgorithm AES256 or KMS, which is not looked at; null for none
/// @param sseKmsKeyId likewise
public record BucketTarget(
        String bucket,
        @Nullable String owner,
        @Nullable String prefix,
        @Nullable String sseAlgorithm,
        @Nullable String sseKmsKeyId) {}
