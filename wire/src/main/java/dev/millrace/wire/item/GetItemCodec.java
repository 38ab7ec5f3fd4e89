package dev.millrace.wire.item;

import dev.millrace.model.request.GetItemRequest;
import dev.millrace.model.response.GetItemResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.value.ValueLayer;

import java.util.List;

/// The wire form of GetItem.
public final class GetItemCodec implements OperationCodec<GetItemRequest, GetItemResponse> {
    private static final Structure REQUEST =
            Structure.of(
                    "GetItemRequest",
                    ItemMembers.TABLE_NAME,
                    ItemMembers.KEY,
                    ItemMembers.CONSISTENT_READ,
                    ItemMembers.RETURN_CONSUMED_CAPACITY,
                    ItemMembers.PROJECTION_EXPRESSION,
                    ItemMembers.NAMES,
                    ConditionMembers.ATTRIBUTES_TO_GET);

    private static final ParameterStyle STYLE =
            ParameterStyle.ofRead(
                    List.of(ConditionMembers.ATTRIBUTES_TO_GET),
                    List.of(ItemMembers.PROJECTION_EXPRESSION));

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "GetItem";
    }

    @Override
    public GetItemRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        STYLE.require(fields);
        return new GetItemRequest(
                ItemMembers.tableName(fields),
                fields.require(ItemMembers.KEY).orThrow(ValueLayer.READ),
                fields.orElse(ItemMembers.CONSISTENT_READ, false),
                fields.get(ItemMembers.PROJECTION_EXPRESSION),
                ItemMembers.names(fields),
                ItemMembers.consumedCapacity(fields),
                fields.get(ConditionMembers.ATTRIBUTES_TO_GET));
    }

    @Override
    public void encode(GetItemResponse response, JsonOutput output) {
        output.document(() -> {
            output.item("Item", response.item());
            CapacityJson.write(response.consumedCapacity(), output);
        });
    }
}
