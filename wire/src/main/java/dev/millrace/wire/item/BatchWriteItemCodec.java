package dev.millrace.wire.item;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.BatchWriteItemRequest;
import dev.millrace.model.request.WriteRequest;
import dev.millrace.model.response.BatchWriteItemResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

import java.util.List;
import java.util.Map;

/// The wire form of BatchWriteItem.
public final class BatchWriteItemCodec
        implements OperationCodec<BatchWriteItemRequest, BatchWriteItemResponse> {
    private static final Structure REQUEST =
            Structure.of(
                    "BatchWriteItemRequest",
                    WriteRequests.REQUEST_ITEMS,
                    ItemMembers.RETURN_CONSUMED_CAPACITY,
                    ItemMembers.RETURN_ITEM_COLLECTION_METRICS);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "BatchWriteItem";
    }

    @Override
    public BatchWriteItemRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        Map<String, List<Fields>> given = fields.require(WriteRequests.REQUEST_ITEMS);
        WriteRequests.requireTableNames(given);
        requireCount(given);
        return new BatchWriteItemRequest(
                RequestItems.byTable(given, WriteRequests::of, WriteRequests::joined),
                ItemMembers.consumedCapacity(fields),
                ItemMembers.itemCollectionMetrics(fields));
    }

    @Override
    public void encode(BatchWriteItemResponse response, JsonOutput output) {
        output.document(() -> {
            output.startObject("UnprocessedItems");
            response.unprocessedItems()
                    .forEach((table, requests) -> write(table, requests, output));
            output.endObject();
            CapacityJson.writeAll(response.consumedCapacity(), output);
            CollectionJson.writeAll(response.itemCollectionMetrics(), output);
        });
    }

    private static void requireCount(Map<String, List<Fields>> given) {
        int count = given.values().stream().mapToInt(List::size).sum();
        if (count > WriteRequests.COUNT_MAX) {
            throw ApiException.validation("Too many items requested for the BatchWriteItem call");
        }
    }

    private static void write(String table, List<WriteRequest> requests, JsonOutput output) {
        output.startArray(output.ofTable(table));
        requests.forEach(request -> write(request, output));
        output.endArray();
    }

    private static void write(WriteRequest request, JsonOutput output) {
        output.startObject();
        switch (request) {
            case WriteRequest.Put(var item) -> {
                output.startObject("PutRequest");
                output.item("Item", item);
            }
            case WriteRequest.Delete(var key) -> {
                output.startObject("DeleteRequest");
                output.item("Key", key);
            }
        }
        output.endObject();
        output.endObject();
    }
}
