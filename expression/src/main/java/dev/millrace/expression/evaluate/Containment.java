package dev.millrace.expression.evaluate;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;

import java.util.Arrays;

/// What the functions `contains` and `begins_with` say of two values.
final class Containment {
    private Containment() {}

    /// Whether `whole` has `part` as a substring, a member or an element.
    static boolean contains(AttributeValue whole, AttributeValue part) {
        return switch (whole) {
            case AttributeValue.S(String text) ->
                    part instanceof AttributeValue.S(String inner) && text.contains(inner);
            case AttributeValue.B(Binary bytes) ->
                    part instanceof AttributeValue.B(Binary inner) && contains(bytes, inner);
            case AttributeValue.SS(var members) ->
                    part instanceof AttributeValue.S(String member) && members.contains(member);
            case AttributeValue.NS(var members) ->
                    part instanceof AttributeValue.N(var member) && members.contains(member);
            case AttributeValue.BS(var members) ->
                    part instanceof AttributeValue.B(Binary member) && members.contains(member);
            case AttributeValue.L(var elements) -> elements.contains(part);
            case AttributeValue.N _,
                    AttributeValue.Bool _,
                    AttributeValue.Null _,
                    AttributeValue.M _ ->
                    false;
        };
    }

    /// Whether both are strings or both binary values and `whole` begins with `prefix`.
    static boolean beginsWith(AttributeValue whole, AttributeValue prefix) {
        if (whole instanceof AttributeValue.S(String text)) {
            return prefix instanceof AttributeValue.S(String start) && text.startsWith(start);
        }
        return whole instanceof AttributeValue.B(Binary bytes)
                && prefix instanceof AttributeValue.B(Binary start)
                && isAt(bytes.bytes(), 0, start.bytes());
    }

    private static boolean contains(Binary whole, Binary part) {
        for (int start = 0; start + part.length() <= whole.length(); start++) {
            if (isAt(whole.bytes(), start, part.bytes())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] whole, int start, byte[] part) {
        int end = start + part.length;
        return end <= whole.length && Arrays.equals(whole, start, end, part, 0, part.length);
    }
}
