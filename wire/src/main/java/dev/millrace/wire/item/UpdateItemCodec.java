package dev.millrace.wire.item;

import dev.millrace.model.request.UpdateItemRequest;
import dev.millrace.model.response.UpdateItemResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

import java.util.List;

/// The wire form of UpdateItem.
public final class UpdateItemCodec
        implements OperationCodec<UpdateItemRequest, UpdateItemResponse> {
    private static final Structure REQUEST =
            Structure.of(
                            "UpdateItemRequest",
                            ItemMembers.TABLE_NAME,
                            ItemMembers.KEY,
                            ItemMembers.RETURN_VALUES,
                            ItemMembers.RETURN_CONSUMED_CAPACITY,
                            ItemMembers.RETURN_ITEM_COLLECTION_METRICS,
                            ItemMembers.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE,
                            ItemMembers.UPDATE_EXPRESSION,
                            ItemMembers.CONDITION_EXPRESSION,
                            ItemMembers.NAMES,
                            ItemMembers.VALUES,
                            AttributeUpdateMembers.ATTRIBUTE_UPDATES,
                            ExpectedMembers.EXPECTED,
                            ConditionMembers.CONDITIONAL_OPERATOR)
                    .listingOneChoice();

    private static final ParameterStyle STYLE =
            ParameterStyle.ofWrite(
                    List.of(
                            AttributeUpdateMembers.ATTRIBUTE_UPDATES,
                            ExpectedMembers.EXPECTED,
                            ConditionMembers.CONDITIONAL_OPERATOR),
                    List.of(ItemMembers.UPDATE_EXPRESSION, ItemMembers.CONDITION_EXPRESSION));

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "UpdateItem";
    }

    @Override
    public UpdateItemRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        STYLE.require(fields, ExpectedMembers.EXPECTED);
        return new UpdateItemRequest(
                ItemMembers.tableName(fields),
                fields.require(ItemMembers.KEY).orThrow(),
                fields.get(ItemMembers.UPDATE_EXPRESSION),
                fields.get(ItemMembers.CONDITION_EXPRESSION),
                ItemMembers.placeholders(fields),
                ItemMembers.returnValues(fields),
                ItemMembers.onConditionCheckFailure(fields),
                ItemMembers.consumedCapacity(fields),
                ItemMembers.itemCollectionMetrics(fields),
                AttributeUpdateMembers.of(fields),
                ExpectedMembers.of(fields));
    }

    @Override
    public void encode(UpdateItemResponse response, JsonOutput output) {
        output.document(() -> {
            output.item("Attributes", response.attributes());
            CapacityJson.write(response.consumedCapacity(), output);
            CollectionJson.write(response.itemCollectionMetrics(), output);
        });
    }
}
