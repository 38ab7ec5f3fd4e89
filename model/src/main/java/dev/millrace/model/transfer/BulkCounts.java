package dev.millrace.model.transfer;

import org.jspecify.annotations.Nullable;

/// How far a bulk operation has come.
///
/// @param items that were dealt with, in whatever way
/// @param failed those of them that were no items, or not for the table
/// @param bytes that were read of the objects, compressed as they are
/// @param totalBytes of all objects; null until they have been listed
public record BulkCounts(long items, long failed, long bytes, @Nullable Long totalBytes) {
    /// Nothing yet.
    public static final BulkCounts NONE = new BulkCounts(0, 0, 0, null);

    /// The same once the objects have been listed.
    public BulkCounts withTotalBytes(long total) {
        return new BulkCounts(items, failed, bytes, total);
    }
}
