package dev.millrace.testkit.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.AttributeValue.B;
import dev.millrace.model.value.AttributeValue.N;
import dev.millrace.model.value.AttributeValue.S;

import java.util.Arrays;
import java.util.OptionalInt;

/// The order of values: numbers by value, strings by UTF-8 bytes, binary by unsigned bytes; any
/// other two values have none (source: dynamodb-api reference, section 5).
final class ValueOrder {
    private ValueOrder() {}

    /// How two values compare, or empty if they have no order.
    static OptionalInt compare(AttributeValue left, AttributeValue right) {
        if (left instanceof S(var a) && right instanceof S(var b)) {
            return OptionalInt.of(Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8)));
        }
        if (left instanceof N(var a) && right instanceof N(var b)) {
            return OptionalInt.of(a.number().compareTo(b.number()));
        }
        if (left instanceof B(var a) && right instanceof B(var b)) {
            return OptionalInt.of(Arrays.compareUnsigned(a.bytes(), b.bytes()));
        }
        return OptionalInt.empty();
    }
}
