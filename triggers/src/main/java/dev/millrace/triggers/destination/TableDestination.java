package dev.millrace.triggers.destination;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.response.PutItemResponse;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Item;

import java.util.LinkedHashMap;
import java.util.Map;

/// A table of this server that takes failure reports as items: one for each, named by mapping,
/// shard and first sequence number, so a report that is made twice is there once.
///
/// @param keys the table's key: a text, and perhaps another
record TableDestination(
        Operation<PutItemRequest, PutItemResponse> putItem, String tableName, KeySchema keys)
        implements Destination {
    // An item may have 400 KB; this leaves room for the rest.
    private static final int PAYLOAD_BYTES_MAX = 350 << 10;

    @Override
    public void deliver(FailureReport report) {
        try {
            putItem.execute(request(item(report)));
        } catch (ApiException e) {
            throw new DeliveryException("table " + tableName + " did not take the report", e);
        }
    }

    private Item item(FailureReport report) {
        String first = report.batch().entries().getFirst().sequenceNumber();
        Map<String, AttributeValue> item = new LinkedHashMap<>();
        item.put("condition", text(report.condition().text()));
        item.put("functionArn", text(report.functionArn()));
        item.put("moment", text(report.moment().toString()));
        item.put("record", text(FailureRecord.metadata(report)));
        Binary payload = FailureRecord.withPayload(report);
        if (payload.length() <= PAYLOAD_BYTES_MAX) {
            item.put("recordWithPayload", text(payload));
        }
        String lane = report.mappingUuid() + "/" + report.shardId();
        KeyAttribute sortKey = keys.sortKey();
        if (sortKey == null) {
            item.put(keys.partitionKey().name(), text(lane + "/" + first));
        } else {
            item.put(keys.partitionKey().name(), text(lane));
            item.put(sortKey.name(), text(first));
        }
        return Item.of(item);
    }

    private PutItemRequest request(Item item) {
        return new PutItemRequest(
                tableName,
                item,
                null,
                ExpressionAttributes.NONE,
                ReturnValues.NONE,
                ReturnValuesOnConditionCheckFailure.NONE,
                ReturnConsumedCapacity.NONE,
                ReturnItemCollectionMetrics.NONE);
    }

    private static AttributeValue text(Binary json) {
        return text(new String(json.bytes(), UTF_8));
    }

    private static AttributeValue text(String text) {
        return new AttributeValue.S(text);
    }
}
