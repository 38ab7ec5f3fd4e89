package dev.millrace.transfer.bucket;

import java.nio.file.Path;

/// The folders of a directory as buckets.
public record DirectoryBuckets(Path directory) implements Buckets {
    @Override
    public Bucket named(String name) {
        return new DirectoryBucket(directory.resolve(name));
    }
}
