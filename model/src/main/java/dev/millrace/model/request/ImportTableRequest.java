package dev.millrace.model.request;

import dev.millrace.model.transfer.BucketSource;
import dev.millrace.model.transfer.CsvOptions;
import dev.millrace.model.transfer.InputCompressionType;
import dev.millrace.model.transfer.InputFormat;

import org.jspecify.annotations.Nullable;

/// Creates a table with the items of a bucket.
///
/// @param clientToken the same for the same request; null for none
/// @param csv null if nothing is said of it
/// @param compression null for none
public record ImportTableRequest(
        @Nullable String clientToken,
        BucketSource source,
        InputFormat format,
        @Nullable CsvOptions csv,
        @Nullable InputCompressionType compression,
        CreateTableRequest table) {
    /// The same request with this token.
    public ImportTableRequest withClientToken(String token) {
        return new ImportTableRequest(token, source, format, csv, compression, table);
    }
}
