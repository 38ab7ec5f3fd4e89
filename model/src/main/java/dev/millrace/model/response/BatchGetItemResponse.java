package dev.millrace.model.response;

import dev.millrace.model.request.KeysAndAttributes;
import dev.millrace.model.value.Item;

import java.util.List;
import java.util.Map;

/// What BatchGetItem answers.
public record BatchGetItemResponse(
        Map<String, List<Item>> responses,
        Map<String, KeysAndAttributes> unprocessedKeys,
        List<ConsumedCapacity> consumedCapacity) {}
