package dev.millrace.wire.item;

import dev.millrace.model.request.ConditionalOperator;
import dev.millrace.model.request.ExpectedAttributeValue;
import dev.millrace.model.request.LegacyOperator;
import dev.millrace.model.request.LegacyWrite;
import dev.millrace.model.value.AttributeValue;
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

/// The legacy condition of writes: `Expected` and `ConditionalOperator`.
final class ExpectedMembers {
    private static final Member<Decoded<AttributeValue>> VALUE = Member.of("Value", Values::value);
    private static final Member<Boolean> EXISTS = Member.truth("Exists");
    private static final Structure ENTRY =
            Structure.of(
                    "ExpectedAttributeValue",
                    VALUE,
                    EXISTS,
                    ConditionMembers.COMPARISON_OPERATOR,
                    ConditionMembers.ATTRIBUTE_VALUE_LIST);

    static final Member<Map<String, Fields>> EXPECTED =
            Member.<Fields>map("Expected", "ExpectedAttributeValue", ENTRY::readElement)
                    .rule(Rules.eachValue(Fields::check));

    private ExpectedMembers() {}

    static LegacyWrite of(Fields fields) {
        return new LegacyWrite(
                entries(fields.get(EXPECTED)),
                fields.choice(
                        ConditionMembers.CONDITIONAL_OPERATOR_OF_WRITE, ConditionalOperator.class));
    }

    private static @Nullable Map<String, ExpectedAttributeValue> entries(
            @Nullable Map<String, Fields> given) {
        if (given == null) {
            return null;
        }
        Map<String, ExpectedAttributeValue> entries = new LinkedHashMap<>();
        given.forEach((attribute, fields) -> entries.put(attribute, entry(fields)));
        return entries;
    }

    private static ExpectedAttributeValue entry(Fields fields) {
        Decoded<AttributeValue> value = fields.get(VALUE);
        List<AttributeValue> list = ConditionMembers.valueList(fields, ValueLayer.WRITE);
        return new ExpectedAttributeValue(
                value == null ? null : value.orThrow(ValueLayer.WRITE),
                fields.get(EXISTS),
                fields.choice(ConditionMembers.COMPARISON_OPERATOR, LegacyOperator.class),
                list);
    }
}
