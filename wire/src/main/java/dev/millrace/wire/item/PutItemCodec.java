package dev.millrace.wire.item;

import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.response.PutItemResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.value.ValueLayer;

import java.util.List;

/// The wire form of PutItem.
public final class PutItemCodec implements OperationCodec<PutItemRequest, PutItemResponse> {
    // In the order in which AWS lists violations (public captures of September and October 2026).
    private static final Structure REQUEST =
            Structure.of(
                            "PutItemRequest",
                            ItemMembers.RETURN_CONSUMED_CAPACITY,
                            ItemMembers.RETURN_OLD_VALUES,
                            ItemMembers.TABLE_NAME,
                            ConditionMembers.CONDITIONAL_OPERATOR_OF_WRITE,
                            ItemMembers.RETURN_ITEM_COLLECTION_METRICS,
                            ItemMembers.ITEM,
                            ExpectedMembers.EXPECTED,
                            ItemMembers.RETURN_VALUES_ON_CONDITION_CHECK_FAILURE,
                            ItemMembers.CONDITION_EXPRESSION,
                            ItemMembers.NAMES,
                            ItemMembers.VALUES)
                    .withOlderRules();

    private static final ParameterStyle STYLE =
            ParameterStyle.ofWrite(
                    List.of(
                            ExpectedMembers.EXPECTED,
                            ConditionMembers.CONDITIONAL_OPERATOR_OF_WRITE),
                    List.of(ItemMembers.CONDITION_EXPRESSION));

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "PutItem";
    }

    @Override
    public PutItemRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        STYLE.require(fields, ExpectedMembers.EXPECTED);
        return new PutItemRequest(
                ItemMembers.tableName(fields),
                fields.require(ItemMembers.ITEM).orThrow(ValueLayer.WRITE),
                fields.get(ItemMembers.CONDITION_EXPRESSION),
                ItemMembers.placeholders(fields, ValueLayer.WRITE),
                ItemMembers.returnOldValues(fields),
                ItemMembers.onConditionCheckFailure(fields),
                ItemMembers.consumedCapacity(fields),
                ItemMembers.itemCollectionMetrics(fields),
                ExpectedMembers.of(fields));
    }

    @Override
    public void encode(PutItemResponse response, JsonOutput output) {
        output.document(() -> {
            output.item("Attributes", response.attributes());
            CapacityJson.write(response.consumedCapacity(), output);
            CollectionJson.write(response.itemCollectionMetrics(), output);
        });
    }
}
