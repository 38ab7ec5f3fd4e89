package dev.millrace.wire.item;

import dev.millrace.model.request.TransactWriteItemsRequest;
import dev.millrace.model.response.TransactWriteItemsResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

/// The wire form of TransactWriteItems.
public final class TransactWriteItemsCodec
        implements OperationCodec<TransactWriteItemsRequest, TransactWriteItemsResponse> {
    private static final int TOKEN_CHARS_MAX = 36;
    static final Member<String> CLIENT_REQUEST_TOKEN =
            Member.text("ClientRequestToken").rule(Rules.length(1, TOKEN_CHARS_MAX));
    private static final Structure REQUEST =
            Structure.of(
                    "TransactWriteItemsRequest",
                    TransactWrites.TRANSACT_ITEMS,
                    CLIENT_REQUEST_TOKEN,
                    ItemMembers.RETURN_CONSUMED_CAPACITY,
                    ItemMembers.RETURN_ITEM_COLLECTION_METRICS);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "TransactWriteItems";
    }

    @Override
    public TransactWriteItemsRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        TransactWrites.Actions actions =
                TransactWrites.of(fields.require(TransactWrites.TRANSACT_ITEMS));
        return new TransactWriteItemsRequest(
                actions.actions(),
                fields.get(CLIENT_REQUEST_TOKEN),
                ItemMembers.consumedCapacity(fields),
                ItemMembers.itemCollectionMetrics(fields),
                actions.fault());
    }

    @Override
    public void encode(TransactWriteItemsResponse response, JsonOutput output) {
        output.document(() -> {
            CapacityJson.writeAll(response.consumedCapacity(), output);
            CollectionJson.writeAll(response.itemCollectionMetrics(), output);
        });
    }
}
