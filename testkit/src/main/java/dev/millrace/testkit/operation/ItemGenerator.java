package dev.millrace.testkit.operation;

import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes keys and items; it remembers items that it made, so that it can put them again.
final class ItemGenerator {
    private static final int REMEMBERED_MAX = 40;

    private final Chance chance;
    private final ValueGenerator values;
    private final TimeGenerator times;
    private final VectorGenerator vectors;
    private final Map<String, List<Item>> remembered = new HashMap<>();

    ItemGenerator(
            Chance chance, ValueGenerator values, TimeGenerator times, VectorGenerator vectors) {
        this.chance = chance;
        this.values = values;
        this.times = times;
        this.vectors = vectors;
    }

    /// A valid key.
    Item key(TableShape table) {
        return Item.of(keyAttributes(table));
    }

    /// A key, rarely one that is refused.
    Item keyOrFault(TableShape table) {
        Map<String, AttributeValue> key = keyAttributes(table);
        if (chance.percent(2)) {
            spoil(key, table);
        }
        if (chance.percent(1)) {
            key.put("n1", values.any());
        }
        return Item.of(key);
    }

    /// A valid item, in many cases equal to one made before.
    Item item(TableShape table) {
        List<Item> earlier = remembered.computeIfAbsent(table.name(), _ -> new ArrayList<>());
        if (!earlier.isEmpty() && chance.percent(25)) {
            return Item.of(values.respelled(chance.of(earlier).attributes()));
        }
        Item item = Item.of(attributes(table));
        earlier.add(item);
        if (earlier.size() > REMEMBERED_MAX) {
            earlier.removeFirst();
        }
        return item;
    }

    /// The attributes of an item that was made before, or none.
    Map<String, AttributeValue> earlier(TableShape table) {
        List<Item> earlier = remembered.getOrDefault(table.name(), List.of());
        return earlier.isEmpty() ? Map.of() : chance.of(earlier).attributes();
    }

    /// An item, rarely one whose key is refused.
    Item itemOrFault(TableShape table) {
        if (!chance.percent(2)) {
            return item(table);
        }
        Map<String, AttributeValue> attributes = attributes(table);
        spoil(attributes, table);
        return Item.of(attributes);
    }

    private Map<String, AttributeValue> attributes(TableShape table) {
        Map<String, AttributeValue> attributes = keyAttributes(table);
        for (AttributeShape shape : AttributeShape.ALL) {
            if (chance.percent(30)) {
                boolean usual = chance.percent(90);
                attributes.put(shape.name(), usual ? values.of(shape.type()) : values.any());
            }
        }
        if (chance.percent(30)) {
            attributes.put(TimeGenerator.ATTRIBUTE, times.expiry());
        }
        indexKeys(table, attributes);
        vectors(table, attributes);
        return attributes;
    }

    private void vectors(TableShape table, Map<String, AttributeValue> attributes) {
        if (!table.vectors().isEmpty() && chance.percent(85)) {
            VectorShape index = table.vectors().getFirst();
            attributes.put(index.attribute(), vectors.value(index));
            index.named().forEach(each -> attributes.put(each.name(), values.key(each.type())));
        }
    }

    // What indexes have in their keys is there more often, and usually right.
    private void indexKeys(TableShape table, Map<String, AttributeValue> attributes) {
        for (IndexShape index : table.indexes()) {
            for (KeyAttribute attribute : index.keySchema().attributes()) {
                if (!table.keySchema().contains(attribute.name()) && chance.percent(60)) {
                    attributes.put(attribute.name(), values.key(attribute.type()));
                }
            }
        }
    }

    private Map<String, AttributeValue> keyAttributes(TableShape table) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        for (KeyAttribute attribute : table.keySchema().attributes()) {
            key.put(attribute.name(), values.key(attribute.type()));
        }
        return key;
    }

    // Takes a key attribute away, or gives it a value of another type or an empty one.
    private void spoil(Map<String, AttributeValue> item, TableShape table) {
        KeyAttribute attribute = chance.of(table.keySchema().attributes());
        switch (chance.below(3)) {
            case 0 -> item.remove(attribute.name());
            case 1 -> item.put(attribute.name(), new AttributeValue.Bool(true));
            default ->
                    item.put(
                            attribute.name(),
                            attribute.type() == ScalarType.N
                                    ? new AttributeValue.S("1")
                                    : empty(attribute.type()));
        }
    }

    private static AttributeValue empty(ScalarType type) {
        return type == ScalarType.S
                ? new AttributeValue.S("")
                : new AttributeValue.B(Binary.of(new byte[0]));
    }
}
