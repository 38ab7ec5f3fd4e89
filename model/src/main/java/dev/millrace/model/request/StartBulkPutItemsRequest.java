package dev.millrace.model.request;

import dev.millrace.model.transfer.BulkInput;
import dev.millrace.model.transfer.BulkOutput;
import dev.millrace.model.transfer.PerformanceTier;

import org.jspecify.annotations.Nullable;

/// Puts the items of a bucket into a table that exists.
///
/// @param clientToken the same for the same request; null for none
/// @param maxWriteRequestUnits the most write units a second; null for any number
public record StartBulkPutItemsRequest(
        String tableName,
        @Nullable String clientToken,
        BulkInput input,
        BulkOutput output,
        @Nullable Long maxWriteRequestUnits,
        PerformanceTier tier) {
    /// The same request with this token.
    public StartBulkPutItemsRequest withClientToken(String token) {
        return new StartBulkPutItemsRequest(
                tableName, token, input, output, maxWriteRequestUnits, tier);
    }
}
