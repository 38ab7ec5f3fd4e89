package dev.millrace.transfer.bucket;

import dev.millrace.model.error.ApiException;

/// That a server has been told of no place for buckets.
public final class NoBuckets implements Buckets {
    @Override
    public Bucket named(String name) {
        throw ApiException.validation(
                "Millrace has no buckets: start it with the option s3-directory or s3-endpoint");
    }
}
