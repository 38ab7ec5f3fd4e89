package dev.millrace.transfer.bulk;

import org.jspecify.annotations.Nullable;

/// The keys of what a bulk operation writes into its bucket.
///
/// @param prefix null for none
/// @param id of the operation
record BulkKeys(@Nullable String prefix, String id) {
    private static final String FOLDER = "AWSDynamoDB/";

    /// A file of lines: one that is written again after a crash has the same key.
    String report(long number) {
        return own() + "data/%06d.json".formatted(number);
    }

    String summary() {
        return own() + "manifest-summary.json";
    }

    private String own() {
        if (prefix == null || prefix.isEmpty()) {
            return FOLDER + id + "/";
        }
        return (prefix.endsWith("/") ? prefix : prefix + "/") + FOLDER + id + "/";
    }
}
