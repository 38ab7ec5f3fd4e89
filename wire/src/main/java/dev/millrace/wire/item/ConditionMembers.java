package dev.millrace.wire.item;

import dev.millrace.model.request.ConditionalOperator;
import dev.millrace.model.request.LegacyCondition;
import dev.millrace.model.request.LegacyOperator;
import dev.millrace.model.request.LegacyRead;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.value.Decoded;
import dev.millrace.wire.value.ValueLayer;
import dev.millrace.wire.value.Values;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The legacy parameters of reads, and what those of writes share with them.
final class ConditionMembers {
    private static final int NAMES_MAX = 255;
    private static final int NAME_CHARS_MAX = 65_535;

    static final Member<String> COMPARISON_OPERATOR =
            Member.choice(
                    "ComparisonOperator",
                    "IN",
                    "NULL",
                    "BETWEEN",
                    "LT",
                    "NOT_CONTAINS",
                    "EQ",
                    "GT",
                    "NOT_NULL",
                    "NE",
                    "LE",
                    "BEGINS_WITH",
                    "GE",
                    "CONTAINS");
    static final Member<Decoded<List<AttributeValue>>> ATTRIBUTE_VALUE_LIST =
            Member.of("AttributeValueList", Values::values);
    private static final Member<String> REQUIRED_OPERATOR = COMPARISON_OPERATOR.required();
    private static final Structure CONDITION =
            Structure.of("Condition", ATTRIBUTE_VALUE_LIST, REQUIRED_OPERATOR);
    // In the older words, which Scan has kept.
    static final Member<String> CONDITIONAL_OPERATOR_OF_SCAN =
            Member.choice("ConditionalOperator", "OR", "AND");
    static final Member<String> CONDITIONAL_OPERATOR_OF_WRITE =
            Member.text("ConditionalOperator").rule(ConditionalOperatorRule::checkWrite);
    static final Member<String> CONDITIONAL_OPERATOR_OF_QUERY =
            Member.text("ConditionalOperator").rule(ConditionalOperatorRule::checkQuery);

    static final Member<Map<String, Fields>> KEY_CONDITIONS = conditions("KeyConditions");
    static final Member<Map<String, Fields>> QUERY_FILTER = conditions("QueryFilter");
    static final Member<Map<String, Fields>> SCAN_FILTER = conditions("ScanFilter");
    static final Member<List<String>> ATTRIBUTES_TO_GET =
            Member.<String>list("AttributesToGet", JsonInput::text)
                    .rule(Rules.size(1, NAMES_MAX))
                    .rule(Rules.each(Rules.length(0, NAME_CHARS_MAX)));

    private ConditionMembers() {}

    /// The legacy parameters of a query; values are looked at in the order of AWS.
    static LegacyRead ofQuery(Fields fields) {
        Map<String, LegacyCondition> filter = conditions(fields.get(QUERY_FILTER), ValueLayer.READ);
        return new LegacyRead(
                conditions(fields.get(KEY_CONDITIONS), ValueLayer.READ),
                filter,
                fields.choice(CONDITIONAL_OPERATOR_OF_QUERY, ConditionalOperator.class),
                fields.get(ATTRIBUTES_TO_GET));
    }

    /// The legacy parameters of a scan.
    static LegacyRead ofScan(Fields fields) {
        return new LegacyRead(
                null,
                conditions(fields.get(SCAN_FILTER), ValueLayer.OLDER),
                fields.choice(CONDITIONAL_OPERATOR_OF_SCAN, ConditionalOperator.class),
                fields.get(ATTRIBUTES_TO_GET));
    }

    static @Nullable List<AttributeValue> valueList(Fields fields, ValueLayer layer) {
        Decoded<List<AttributeValue>> values = fields.get(ATTRIBUTE_VALUE_LIST);
        return values == null ? null : values.orThrow(layer);
    }

    private static Member<Map<String, Fields>> conditions(String name) {
        return Member.<Fields>map(name, "Condition", CONDITION::readElement)
                .rule(Rules.eachValue(Fields::check));
    }

    private static @Nullable Map<String, LegacyCondition> conditions(
            @Nullable Map<String, Fields> given, ValueLayer layer) {
        if (given == null) {
            return null;
        }
        Map<String, LegacyCondition> conditions = new LinkedHashMap<>();
        given.forEach((attribute, fields) -> conditions.put(attribute, condition(fields, layer)));
        return conditions;
    }

    private static LegacyCondition condition(Fields fields, ValueLayer layer) {
        return new LegacyCondition(
                Objects.requireNonNull(fields.choice(REQUIRED_OPERATOR, LegacyOperator.class)),
                valueList(fields, layer));
    }
}
