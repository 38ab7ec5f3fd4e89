package dev.millrace.wire.value;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.wire.JsonInput;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The maps of attribute values that requests have.
public final class Values {
    /// The service model's name of a value.
    public static final String SHAPE = "AttributeValue";

    private Values() {}

    /// Reads an item, a key, or another map from attribute names to values.
    public static Decoded<Item> item(JsonInput input) {
        ValueReader reader = new ValueReader(input);
        Map<String, AttributeValue> attributes = reader.readEntries(0);
        return reader.decoded(Item.of(attributes));
    }

    /// Reads one value.
    public static Decoded<AttributeValue> value(JsonInput input) {
        ValueReader reader = new ValueReader(input);
        AttributeValue value = reader.readValue(0);
        return reader.decoded(value);
    }

    /// Reads a list of values.
    public static Decoded<List<AttributeValue>> values(JsonInput input) {
        ValueReader reader = new ValueReader(input);
        List<AttributeValue> values = reader.readElements(0);
        return reader.decoded(values);
    }

    /// Reads the key that a page of Query or Scan starts behind.
    public static Decoded<Item> startKey(JsonInput input) {
        ValueReader reader = new ValueReader(input);
        Map<String, AttributeValue> attributes = reader.readEntries(0);
        ValueFault fault = reader.fault();
        return new Decoded<>(
                Item.of(attributes), fault == null ? null : fault.ofStartKey(), reader.isDeep());
    }

    /// Reads `ExpressionAttributeValues`: what each placeholder stands for.
    public static Decoded<Map<String, AttributeValue>> placeholders(JsonInput input) {
        input.enterMap(SHAPE);
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        ValueFault first = null;
        boolean isDeep = false;
        while (input.nextMember()) {
            String placeholder = input.name();
            ValueReader reader = new ValueReader(input);
            values.put(placeholder, reader.readValue(0));
            isDeep |= reader.isDeep();
            ValueFault fault = reader.fault();
            if (first == null && fault != null) {
                first = fault.ofPlaceholder(placeholder);
            }
        }
        return new Decoded<>(values, first, isDeep);
    }
}
