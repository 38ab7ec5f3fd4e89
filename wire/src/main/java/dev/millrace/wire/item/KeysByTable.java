package dev.millrace.wire.item;

import dev.millrace.model.request.KeysAndAttributes;
import dev.millrace.model.value.Item;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Echo;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.shape.Violations;
import dev.millrace.wire.value.Decoded;
import dev.millrace.wire.value.ValueLayer;
import dev.millrace.wire.value.Values;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The keys that a batch reads, as the request lists them by table.
final class KeysByTable {
    /// The most keys of one batch.
    static final int COUNT_MAX = 100;

    private static final Member<List<Decoded<Item>>> KEYS =
            Member.<Decoded<Item>>list("Keys", Values::item)
                    .required()
                    .rule(KeysByTable::checkCount);
    private static final Structure KEYS_AND_ATTRIBUTES =
            Structure.of(
                    "KeysAndAttributes",
                    KEYS,
                    ItemMembers.CONSISTENT_READ,
                    ItemMembers.PROJECTION_EXPRESSION,
                    ItemMembers.NAMES,
                    ConditionMembers.ATTRIBUTES_TO_GET);
    private static final ParameterStyle STYLE =
            ParameterStyle.ofRead(
                    List.of(ConditionMembers.ATTRIBUTES_TO_GET),
                    List.of(ItemMembers.PROJECTION_EXPRESSION));

    static final Member<Map<String, Fields>> REQUEST_ITEMS =
            Member.<Fields>map(
                            "RequestItems",
                            "KeysAndAttributes",
                            RequestItems.noting(KEYS_AND_ATTRIBUTES::readElement))
                    .required()
                    .rule(KeysByTable::checkNotEmpty)
                    .rule(KeysByTable::checkTableNames)
                    .rule(Rules.eachValue(Fields::check));

    private KeysByTable() {}

    static int count(Fields ofTable) {
        return ofTable.require(KEYS).size();
    }

    /// Requires that all tables are read in one style.
    static void requireStyle(Map<String, Fields> requests) {
        STYLE.requireOfAll(requests.values());
    }

    static KeysAndAttributes of(Fields ofTable) {
        STYLE.require(ofTable);
        return new KeysAndAttributes(
                ofTable.require(KEYS).stream().map(key -> key.orThrow(ValueLayer.READ)).toList(),
                ofTable.orElse(ItemMembers.CONSISTENT_READ, false),
                ofTable.get(ItemMembers.PROJECTION_EXPRESSION),
                ItemMembers.names(ofTable),
                ofTable.get(ConditionMembers.ATTRIBUTES_TO_GET));
    }

    /// The keys of both, those that both have once, read in the way of the first.
    static KeysAndAttributes joined(KeysAndAttributes first, KeysAndAttributes second) {
        List<Item> keys = new ArrayList<>(first.keys());
        second.keys().stream().filter(key -> !first.keys().contains(key)).forEach(keys::add);
        return new KeysAndAttributes(
                keys,
                first.consistentRead(),
                first.projectionExpression(),
                first.expressionAttributes(),
                first.attributesToGet());
    }

    // AWS's text shows the requests as JSON.
    private static void checkTableNames(
            Map<String, Fields> requests, String path, Violations violations) {
        if (!RequestItems.nameTables(requests)) {
            violations.add(json(requests), path, RequestItems.NAMES_CONSTRAINT);
        }
    }

    private static String json(Map<String, Fields> requests) {
        JsonOutput output = new JsonOutput();
        output.document(
                () -> requests.forEach((table, keys) -> write(table, unchecked(keys), output)));
        return new String(output.toByteArray(), StandardCharsets.UTF_8);
    }

    private static KeysAndAttributes unchecked(Fields ofTable) {
        return new KeysAndAttributes(
                ofTable.orElse(KEYS, List.of()).stream().map(Decoded::values).toList(),
                ofTable.orElse(ItemMembers.CONSISTENT_READ, false),
                ofTable.get(ItemMembers.PROJECTION_EXPRESSION),
                ItemMembers.names(ofTable),
                ofTable.get(ConditionMembers.ATTRIBUTES_TO_GET));
    }

    static void write(String table, KeysAndAttributes keys, JsonOutput output) {
        output.startObject(output.ofTable(table));
        PageJson.writeItems("Keys", keys.keys(), output);
        if (keys.consistentRead()) {
            output.truth("ConsistentRead", true);
        }
        output.text("ProjectionExpression", keys.projectionExpression());
        List<String> attributesToGet = keys.attributesToGet();
        if (attributesToGet != null) {
            output.startArray("AttributesToGet");
            attributesToGet.forEach(output::text);
            output.endArray();
        }
        Map<String, String> names = keys.expressionAttributes().names();
        if (names != null) {
            output.startObject("ExpressionAttributeNames");
            names.forEach(output::text);
            output.endObject();
        }
        output.endObject();
    }

    private static void checkNotEmpty(
            Map<String, Fields> requests, String path, Violations violations) {
        if (requests.isEmpty()) {
            violations.add(
                    "Value at 'RequestItems' failed to satisfy constraint: Member must have length"
                            + " greater than or equal to 1");
        }
    }

    // AWS's text shows no keys and spells the path in the request's own case.
    private static void checkCount(List<?> keys, String path, Violations violations) {
        if (!keys.isEmpty() && keys.size() <= COUNT_MAX) {
            return;
        }
        violations.add(
                "Value at 'R"
                        + Echo.of(path.substring(1, path.lastIndexOf('.')))
                        + ".Keys' failed to satisfy constraint: Member must have length "
                        + (keys.isEmpty()
                                ? "greater than or equal to 1"
                                : "less than or equal to " + COUNT_MAX));
    }
}
