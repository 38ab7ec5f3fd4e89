package dev.millrace.model.response;

import dev.millrace.model.value.Item;

/// How large an item collection is: all items of one partition key, with their entries in local
/// indexes.
///
/// @param itemCollectionKey the partition key
/// @param sizeLowerBoundGb what the collection has at least, in gigabytes
/// @param sizeUpperBoundGb what the collection has at most, in gigabytes
public record ItemCollectionMetrics(
        Item itemCollectionKey, double sizeLowerBoundGb, double sizeUpperBoundGb) {}
