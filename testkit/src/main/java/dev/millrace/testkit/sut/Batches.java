package dev.millrace.testkit.sut;

import dev.millrace.model.request.BatchGetItemRequest;
import dev.millrace.model.request.BatchWriteItemRequest;
import dev.millrace.model.request.KeysAndAttributes;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.WriteRequest;
import dev.millrace.model.response.BatchGetItemResponse;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Batches that send what was left unprocessed again until nothing is.
record Batches(ClientOperations client) {
    private static final int ROUNDS_MAX = 1000;

    Result write(DatabaseOperation.BatchWrite batch) {
        Map<String, List<WriteRequest>> left = batch.writes();
        for (int round = 0; round < ROUNDS_MAX; round++) {
            left =
                    client.batchWriteItem(
                                    new BatchWriteItemRequest(
                                            left,
                                            ReturnConsumedCapacity.NONE,
                                            ReturnItemCollectionMetrics.NONE))
                            .unprocessedItems();
            if (left.isEmpty()) {
                return new Result.Done();
            }
        }
        throw new IllegalStateException("batch stays unprocessed");
    }

    Result get(DatabaseOperation.BatchGet batch) {
        Map<String, KeysAndAttributes> left = new LinkedHashMap<>();
        batch.reads().forEach((name, reads) -> left.put(name, Requests.of(reads)));
        Map<String, List<Item>> found = new TreeMap<>();
        for (int round = 0; round < ROUNDS_MAX; round++) {
            BatchGetItemResponse response =
                    client.batchGetItem(
                            new BatchGetItemRequest(
                                    new LinkedHashMap<>(left), ReturnConsumedCapacity.NONE));
            response.responses()
                    .forEach((name, items) ->
                            found.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(items));
            left.clear();
            left.putAll(response.unprocessedKeys());
            if (left.isEmpty()) {
                found.replaceAll((_, items) -> Result.sorted(items));
                return new Result.ItemsByTable(found);
            }
        }
        throw new IllegalStateException("batch stays unprocessed");
    }
}
