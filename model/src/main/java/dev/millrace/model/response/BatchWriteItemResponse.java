package dev.millrace.model.response;

import dev.millrace.model.request.WriteRequest;

import java.util.List;
import java.util.Map;

/// What BatchWriteItem answers.
public record BatchWriteItemResponse(
        Map<String, List<WriteRequest>> unprocessedItems,
        List<ConsumedCapacity> consumedCapacity) {}
