package dev.millrace.model.response;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// What UpdateItem answers.
///
/// @param attributes null if nothing is to be returned
/// @param itemCollectionMetrics null if they were not asked for, or the table has no local index
public record UpdateItemResponse(
        @Nullable Item attributes,
        @Nullable ConsumedCapacity consumedCapacity,
        @Nullable ItemCollectionMetrics itemCollectionMetrics) {
    /// An answer without metrics.
    public UpdateItemResponse(
            @Nullable Item attributes, @Nullable ConsumedCapacity consumedCapacity) {
        this(attributes, consumedCapacity, null);
    }
}
