package dev.millrace.model.request;

import java.util.List;

/// Reads up to 100 items as they were at one moment.
public record TransactGetItemsRequest(
        List<TransactGet> transactItems, ReturnConsumedCapacity returnConsumedCapacity) {}
