package dev.millrace.wire.item;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.value.Decoded;
import dev.millrace.wire.value.ValueLayer;
import dev.millrace.wire.value.Values;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// The members that several operations on items share, and how they are taken out of the fields.
final class ItemMembers {
    static final Member<String> TABLE_NAME = TableName.NAME_OR_ARN;
    static final Member<String> INDEX_NAME =
            Member.text("IndexName")
                    .rule(Rules.pattern(TableName.CHARACTERS))
                    .rule(Rules.length(TableName.CHARS_MIN, TableName.CHARS_MAX));
    static final Member<Decoded<Item>> KEY =
            Member.<Decoded<Item>>of("Key", Values::item).required();
    static final Member<Decoded<Item>> ITEM =
            Member.<Decoded<Item>>of("Item", Values::item).required();
    static final Member<Decoded<Item>> EXCLUSIVE_START_KEY =
            Member.of("ExclusiveStartKey", Values::startKey);

    static final Member<String> CONDITION_EXPRESSION = Member.text("ConditionExpression");
    static final Member<String> UPDATE_EXPRESSION = Member.text("UpdateExpression");
    static final Member<String> FILTER_EXPRESSION = Member.text("FilterExpression");
    static final Member<String> PROJECTION_EXPRESSION = Member.text("ProjectionExpression");
    static final Member<String> KEY_CONDITION_EXPRESSION = Member.text("KeyConditionExpression");
    static final Member<Map<String, String>> NAMES =
            Member.map("ExpressionAttributeNames", "java.lang.String", JsonInput::text);
    static final Member<Decoded<Map<String, AttributeValue>>> VALUES =
            Member.of("ExpressionAttributeValues", Values::placeholders);

    // The order, and the misspelt constant, are those of AWS's text (dynamodb-api reference, 13.2).
    static final Member<String> RETURN_VALUES =
            Member.text("ReturnValues").rule(ReturnValuesRule::check);
    static final Member<String> RETURN_OLD_VALUES =
            RETURN_VALUES.rule(ReturnValuesRule::checkOldOrNone);
    static final Member<String> RETURN_VALUES_ON_CONDITION_CHECK_FAILURE =
            Member.choice("ReturnValuesOnConditionCheckFailure", "ALL_OLD", "NONE");
    static final Member<String> RETURN_CONSUMED_CAPACITY =
            Member.choice("ReturnConsumedCapacity", "INDEXES", "TOTAL", "NONE");
    static final Member<String> RETURN_ITEM_COLLECTION_METRICS =
            Member.choice("ReturnItemCollectionMetrics", "SIZE", "NONE");
    static final Member<Boolean> CONSISTENT_READ = Member.truth("ConsistentRead");
    static final Member<String> SELECT =
            Member.choice(
                    "Select",
                    "SPECIFIC_ATTRIBUTES",
                    "COUNT",
                    "ALL_ATTRIBUTES",
                    "ALL_PROJECTED_ATTRIBUTES");

    private ItemMembers() {}

    static String tableName(Fields fields) {
        return TableName.of(fields.require(TABLE_NAME));
    }

    static @Nullable Item exclusiveStartKey(Fields fields) {
        Decoded<Item> key = fields.get(EXCLUSIVE_START_KEY);
        return key == null ? null : key.values();
    }

    static @Nullable ApiException startKeyFault(Fields fields, ValueLayer layer) {
        Decoded<Item> key = fields.get(EXCLUSIVE_START_KEY);
        return key == null ? null : key.fault(layer);
    }

    /// The placeholders, with what is wrong with the values in the words of `layer`, to be answered
    /// when it is their turn.
    static ExpressionAttributes placeholders(Fields fields, ValueLayer layer) {
        Decoded<Map<String, AttributeValue>> values = fields.get(VALUES);
        return values == null
                ? names(fields)
                : new ExpressionAttributes(fields.get(NAMES), values.values(), values.fault(layer));
    }

    /// The placeholders where wrong values are answered at once, needed or not, as transactions do.
    ///
    /// @throws ApiException if a value is none
    static ExpressionAttributes validPlaceholders(Fields fields) {
        ExpressionAttributes placeholders = placeholders(fields, ValueLayer.OLDER);
        if (placeholders.valueFault() != null) {
            throw placeholders.valueFault();
        }
        return placeholders;
    }

    static ExpressionAttributes names(Fields fields) {
        Map<String, String> names = fields.get(NAMES);
        return names == null ? ExpressionAttributes.NONE : new ExpressionAttributes(names, null);
    }

    static ReturnValues returnValues(Fields fields) {
        return fields.choice(RETURN_VALUES, ReturnValues.NONE);
    }

    static ReturnValues returnOldValues(Fields fields) {
        return fields.choice(RETURN_OLD_VALUES, ReturnValues.NONE);
    }

    static ReturnValuesOnConditionCheckFailure onConditionCheckFailure(Fields fields) {
        return fields.choice(
                RETURN_VALUES_ON_CONDITION_CHECK_FAILURE, ReturnValuesOnConditionCheckFailure.NONE);
    }

    static ReturnConsumedCapacity consumedCapacity(Fields fields) {
        return fields.choice(RETURN_CONSUMED_CAPACITY, ReturnConsumedCapacity.NONE);
    }

    static ReturnItemCollectionMetrics itemCollectionMetrics(Fields fields) {
        return fields.choice(RETURN_ITEM_COLLECTION_METRICS, ReturnItemCollectionMetrics.NONE);
    }
}
