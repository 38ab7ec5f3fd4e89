package dev.millrace.wire.value;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Utf8;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.shape.Deep;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads attribute values and remembers the fault that is to be told; in place of a faulty value it
/// yields any other, since the fault will be answered instead of it. How deep values may lie is
/// bounded by what the JSON parser takes.
final class ValueReader {
    /// How far below an attribute a value may stand.
    static final int DEPTH_MAX = 31;

    static final int NAME_BYTES_MAX = 65_535;

    private static final AttributeValue ANY = new AttributeValue.Null();
    private static final AttributeValue TRUE = new AttributeValue.Bool(true);
    private static final AttributeValue FALSE = new AttributeValue.Bool(false);

    private final JsonInput input;
    private @Nullable ValueFault fault;
    private int deepest;

    ValueReader(JsonInput input) {
        this.input = input;
    }

    @Nullable ValueFault fault() {
        return fault;
    }

    <T> Decoded<T> decoded(T values) {
        return new Decoded<>(values, fault, isDeep());
    }

    boolean isDeep() {
        return deepest >= Deep.LEVELS;
    }

    Map<String, AttributeValue> readEntries(int depth) {
        input.enterMap(Values.SHAPE);
        Map<String, AttributeValue> entries = new LinkedHashMap<>();
        while (input.nextMember()) {
            String name = input.name();
            checkName(name, depth);
            entries.put(name, readValue(depth));
        }
        return entries;
    }

    AttributeValue readValue(int depth) {
        if (input.isNull()) {
            return note(ValueFault.EMPTY);
        }
        input.enterElement(Values.SHAPE);
        deepest = Math.max(deepest, depth);
        if (depth > DEPTH_MAX) {
            note(ValueFault.TOO_DEEP);
        }
        return readTyped(depth);
    }

    private AttributeValue readTyped(int depth) {
        String type = null;
        AttributeValue value = null;
        while (input.nextMember()) {
            String next = input.name();
            AttributeValue read = input.isNull() ? null : readTyped(next, depth);
            if (read == null) {
                input.skip();
                continue;
            }
            if (type != null && !type.equals(next)) {
                note(ValueFault.SEVERAL_TYPES);
            }
            type = next;
            value = read;
        }
        return value == null ? note(ValueFault.EMPTY) : value;
    }

    // Null for a type that does not exist: unknown members are skipped here as everywhere.
    private @Nullable AttributeValue readTyped(String type, int depth) {
        return switch (type) {
            case "S" -> new AttributeValue.S(input.text());
            case "N" -> new AttributeValue.N(readNumber());
            case "B" -> new AttributeValue.B(SetReader.binary(input));
            case "BOOL" -> input.truth() ? TRUE : FALSE;
            case "NULL" -> input.truth() ? ANY : note(ValueFault.NULL_FALSE);
            case "SS", "NS", "BS" -> readSet(type);
            case "L" -> new AttributeValue.L(readElements(depth + 1));
            case "M" -> new AttributeValue.M(readEntries(depth + 1));
            default -> null;
        };
    }

    List<AttributeValue> readElements(int depth) {
        input.enterList();
        List<AttributeValue> elements = new ArrayList<>();
        while (input.nextElement()) {
            elements.add(readValue(depth));
        }
        return elements;
    }

    private AttributeValue readSet(String type) {
        SetReader reader = new SetReader(input);
        AttributeValue set = reader.read(type);
        ValueFault inSet = reader.fault();
        return inSet == null ? set : note(inSet);
    }

    private Decimal readNumber() {
        return NumberReader.read(input.text(), this::note);
    }

    private void checkName(String name, int depth) {
        if (name.isEmpty()) {
            note(depth == 0 ? ValueFault.EMPTY_NAME : ValueFault.EMPTY_NESTED_NAME);
        } else if (Utf8.length(name) > NAME_BYTES_MAX) {
            note(ValueFault.LONG_NAME);
        }
    }

    private AttributeValue note(ValueFault found) {
        if (fault == null || found.outranks(fault)) {
            fault = found;
        }
        return ANY;
    }
}
