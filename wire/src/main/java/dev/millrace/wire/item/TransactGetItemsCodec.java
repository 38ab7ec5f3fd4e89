package dev.millrace.wire.item;

import dev.millrace.model.request.TransactGet;
import dev.millrace.model.request.TransactGetItemsRequest;
import dev.millrace.model.response.ItemResponse;
import dev.millrace.model.response.TransactGetItemsResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.value.ValueLayer;

import java.util.List;

/// The wire form of TransactGetItems.
public final class TransactGetItemsCodec
        implements OperationCodec<TransactGetItemsRequest, TransactGetItemsResponse> {
    private static final Member<Fields> GET =
            Member.structure(
                            "Get",
                            Structure.of(
                                    "Get",
                                    ItemMembers.KEY,
                                    ItemMembers.TABLE_NAME,
                                    ItemMembers.PROJECTION_EXPRESSION,
                                    ItemMembers.NAMES))
                    .required();
    private static final Member<List<Fields>> TRANSACT_ITEMS =
            Member.structures("TransactItems", Structure.of("TransactGetItem", GET))
                    .required()
                    .rule(TransactWrites::checkCount);
    private static final Structure REQUEST =
            Structure.of(
                    "TransactGetItemsRequest",
                    TRANSACT_ITEMS,
                    ItemMembers.RETURN_CONSUMED_CAPACITY);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "TransactGetItems";
    }

    @Override
    public TransactGetItemsRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new TransactGetItemsRequest(
                fields.require(TRANSACT_ITEMS).stream()
                        .map(action -> get(action.require(GET)))
                        .toList(),
                ItemMembers.consumedCapacity(fields));
    }

    @Override
    public void encode(TransactGetItemsResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("Responses");
            for (ItemResponse each : response.responses()) {
                output.startObject();
                output.item("Item", each.item());
                output.endObject();
            }
            output.endArray();
            CapacityJson.writeAll(response.consumedCapacity(), output);
        });
    }

    private static TransactGet get(Fields of) {
        return new TransactGet(
                ItemMembers.tableName(of),
                of.require(ItemMembers.KEY).orThrow(ValueLayer.OLDER),
                of.get(ItemMembers.PROJECTION_EXPRESSION),
                ItemMembers.names(of));
    }
}
