package dev.millrace.model.request;

import java.util.Map;

/// Reads up to 100 items by their keys.
///
/// @param requestItems by table, in the order of the request
public record BatchGetItemRequest(
        Map<String, KeysAndAttributes> requestItems,
        ReturnConsumedCapacity returnConsumedCapacity) {}
