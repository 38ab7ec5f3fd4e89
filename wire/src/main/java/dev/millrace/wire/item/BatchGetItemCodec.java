package dev.millrace.wire.item;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.BatchGetItemRequest;
import dev.millrace.model.response.BatchGetItemResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

import java.util.Map;

/// The wire form of BatchGetItem.
public final class BatchGetItemCodec
        implements OperationCodec<BatchGetItemRequest, BatchGetItemResponse> {
    private static final Structure REQUEST =
            Structure.of(
                    "BatchGetItemRequest",
                    KeysByTable.REQUEST_ITEMS,
                    ItemMembers.RETURN_CONSUMED_CAPACITY);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "BatchGetItem";
    }

    @Override
    public BatchGetItemRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        Map<String, Fields> given = fields.require(KeysByTable.REQUEST_ITEMS);
        given.values().forEach(Fields::requireSupported);
        requireCount(given);
        KeysByTable.requireStyle(given);
        return new BatchGetItemRequest(
                RequestItems.byTable(given, KeysByTable::of, KeysByTable::joined),
                ItemMembers.consumedCapacity(fields));
    }

    @Override
    public void encode(BatchGetItemResponse response, JsonOutput output) {
        output.document(() -> {
            output.startObject("Responses");
            response.responses()
                    .forEach((table, items) ->
                            PageJson.writeItems(output.ofTable(table), items, output));
            output.endObject();
            output.startObject("UnprocessedKeys");
            response.unprocessedKeys()
                    .forEach((table, keys) -> KeysByTable.write(table, keys, output));
            output.endObject();
            CapacityJson.writeAll(response.consumedCapacity(), output);
        });
    }

    private static void requireCount(Map<String, Fields> given) {
        int count = given.values().stream().mapToInt(KeysByTable::count).sum();
        if (count > KeysByTable.COUNT_MAX) {
            throw ApiException.validation("Too many items requested for the BatchGetItem call");
        }
    }
}
