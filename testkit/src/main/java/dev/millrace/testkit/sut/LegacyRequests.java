package dev.millrace.testkit.sut;

import dev.millrace.model.request.AttributeAction;
import dev.millrace.model.request.AttributeValueUpdate;
import dev.millrace.model.request.ConditionalOperator;
import dev.millrace.model.request.DeleteItemRequest;
import dev.millrace.model.request.ExpectedAttributeValue;
import dev.millrace.model.request.LegacyWrite;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.request.UpdateItemRequest;
import dev.millrace.testkit.expression.SetValue;
import dev.millrace.testkit.expression.UpdateAction;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Expectation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns writes into requests with legacy parameters.
final class LegacyRequests {
    private LegacyRequests() {}

    static PutItemRequest of(DatabaseOperation.Put put, LegacyWrite legacy) {
        PutItemRequest plain = Requests.of(put);
        return new PutItemRequest(
                plain.tableName(),
                plain.item(),
                null,
                plain.expressionAttributes(),
                plain.returnValues(),
                plain.returnValuesOnConditionCheckFailure(),
                plain.returnConsumedCapacity(),
                plain.returnItemCollectionMetrics(),
                legacy);
    }

    static DeleteItemRequest of(DatabaseOperation.Delete delete, LegacyWrite legacy) {
        DeleteItemRequest plain = Requests.of(delete);
        return new DeleteItemRequest(
                plain.tableName(),
                plain.key(),
                null,
                plain.expressionAttributes(),
                plain.returnValues(),
                plain.returnValuesOnConditionCheckFailure(),
                plain.returnConsumedCapacity(),
                plain.returnItemCollectionMetrics(),
                legacy);
    }

    static UpdateItemRequest of(DatabaseOperation.Update update, LegacyWrite legacy) {
        UpdateItemRequest plain =
                Requests.of(
                        new DatabaseOperation.Update(
                                update.tableName(),
                                update.key(),
                                List.of(),
                                null,
                                update.returnValues(),
                                update.showsItemOnFailure()));
        return new UpdateItemRequest(
                plain.tableName(),
                plain.key(),
                null,
                null,
                plain.expressionAttributes(),
                plain.returnValues(),
                plain.returnValuesOnConditionCheckFailure(),
                plain.returnConsumedCapacity(),
                plain.returnItemCollectionMetrics(),
                updates(update.actions()),
                legacy);
    }

    static LegacyWrite legacy(DatabaseOperation.LegacyWrite write) {
        if (write.expected().isEmpty()) {
            return LegacyWrite.NONE;
        }
        Map<String, ExpectedAttributeValue> expected = new LinkedHashMap<>();
        write.expected().forEach(one -> expected.put(one.attribute(), entry(one)));
        return new LegacyWrite(expected, write.any() ? ConditionalOperator.OR : null);
    }

    private static ExpectedAttributeValue entry(Expectation one) {
        if (one.operator() != null) {
            return new ExpectedAttributeValue(null, null, one.operator(), one.values());
        }
        return one.values().isEmpty()
                ? new ExpectedAttributeValue(null, false, null, null)
                : new ExpectedAttributeValue(one.values().getFirst(), null, null, null);
    }

    private static Map<String, AttributeValueUpdate> updates(List<UpdateAction> actions) {
        Map<String, AttributeValueUpdate> updates = new LinkedHashMap<>();
        actions.forEach(action -> updates.put(action.path().attribute(), update(action)));
        return updates;
    }

    private static AttributeValueUpdate update(UpdateAction action) {
        return switch (action) {
            case UpdateAction.Set(_, SetValue.Literal(var value)) ->
                    new AttributeValueUpdate(AttributeAction.PUT, value);
            case UpdateAction.Set _ ->
                    throw new IllegalArgumentException("legacy updates have no such value");
            case UpdateAction.Add(_, var operand) ->
                    new AttributeValueUpdate(AttributeAction.ADD, operand);
            case UpdateAction.Delete(_, var members) ->
                    new AttributeValueUpdate(AttributeAction.DELETE, members);
            case UpdateAction.Remove _ -> new AttributeValueUpdate(AttributeAction.DELETE, null);
        };
    }
}
