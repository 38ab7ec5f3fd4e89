package dev.millrace.wire.item;

import dev.millrace.model.request.AttributeAction;
import dev.millrace.model.request.AttributeValueUpdate;
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
import java.util.Map;

/// The legacy update of UpdateItem: `AttributeUpdates`.
final class AttributeUpdateMembers {
    private static final Member<Decoded<AttributeValue>> VALUE = Member.of("Value", Values::value);
    private static final Member<String> ACTION = Member.choice("Action", "ADD", "PUT", "DELETE");
    private static final Structure UPDATE = Structure.of("AttributeValueUpdate", VALUE, ACTION);

    static final Member<Map<String, Fields>> ATTRIBUTE_UPDATES =
            Member.<Fields>map("AttributeUpdates", "AttributeValueUpdate", UPDATE::readElement)
                    .rule(Rules.eachValue(Fields::check));

    private AttributeUpdateMembers() {}

    static @Nullable Map<String, AttributeValueUpdate> of(Fields fields) {
        Map<String, Fields> given = fields.get(ATTRIBUTE_UPDATES);
        if (given == null) {
            return null;
        }
        Map<String, AttributeValueUpdate> updates = new LinkedHashMap<>();
        given.forEach((attribute, update) -> updates.put(attribute, update(update)));
        return updates;
    }

    private static AttributeValueUpdate update(Fields fields) {
        Decoded<AttributeValue> value = fields.get(VALUE);
        return new AttributeValueUpdate(
                fields.choice(ACTION, AttributeAction.class),
                value == null ? null : value.orThrow(ValueLayer.WRITE));
    }
}
