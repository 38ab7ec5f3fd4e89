package dev.millrace.transfer.bucket;

/// Finds buckets by their names.
@FunctionalInterface
public interface Buckets {
    /// The bucket with this name, which may not exist.
    ///
    /// @throws dev.millrace.model.error.ApiException if this server has no buckets at all
    Bucket named(String name);
}
