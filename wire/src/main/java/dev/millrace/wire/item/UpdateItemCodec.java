package dev.millrace.wire.item;

import dev.millrace.model.request.UpdateItemRequest;
import dev.millrace.model.response.UpdateItemResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.value.ValueLayer;

import java.util.List;

/// The wire form of UpdateItem.
public final class UpdateItemCodec
        implements OperationCodec<UpdateItemRequest, UpdateItemResponse> {
    // In the order in which AWS lists violations (public captures of September and October 2026).
    private static final Structure REQUEST =
            Structure.of(
                            "UpdateItemRequest",
                            ItemMembers.RETURN_CONSUMED_CAPACITY,
                            ItemMembers.TABLE_NAME,
                            ItemMembers.RETURN_VALUES,
                            ConditionMembers.CONDITIONAL_OPERATOR_OF_WRITE,
                            ItemMembers.RETURN_ITEM_COLLECTION_METRICS,
                            ItemMembers.KEY,
                            ExpectedMembers.EXPECTED,
                            AttributeUpdateMembers.ATTRIBUTE_UPDATES,
                            ItemMembers.UPDATE_EXPRESSION,
                            ItemMembers.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE,
                            ItemMembers.CONDITION_EXPRESSION,
                            ItemMembers.NAMES,
                            ItemMembers.VALUES)
                    .listingOneChoice()
                    .withOlderRules();

    private static final ParameterStyle STYLE =
            ParameterStyle.ofWrite(
                    List.of(
                            AttributeUpdateMembers.ATTRIBUTE_UPDATES,
                            ExpectedMembers.EXPECTED,
                            ConditionMembers.CONDITIONAL_OPERATOR_OF_WRITE),
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
                fields.require(ItemMembers.KEY).orThrow(ValueLayer.WRITE),
                fields.get(ItemMembers.UPDATE_EXPRESSION),
                fields.get(ItemMembers.CONDITION_EXPRESSION),
                ItemMembers.placeholders(fields, ValueLayer.WRITE),
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
