package dev.millrace.engine.keyspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.DecimalBytes;

/// The bytes of a key attribute's value, in whose unsigned order DynamoDB sorts: strings in UTF-8,
/// binary values as they are, numbers packed.
public final class KeyBytes {
    private KeyBytes() {}

    /// The bytes of `value`, which is a string, a number or a binary.
    public static byte[] of(AttributeValue value) {
        return switch (value) {
            case AttributeValue.S(var text) -> text.getBytes(UTF_8);
            case AttributeValue.N(var number) -> DecimalBytes.encode(number);
            case AttributeValue.B(var binary) -> binary.bytes();
            case AttributeValue.SS _,
                    AttributeValue.NS _,
                    AttributeValue.BS _,
                    AttributeValue.Bool _,
                    AttributeValue.Null _,
                    AttributeValue.L _,
                    AttributeValue.M _ ->
                    throw new IllegalArgumentException("value cannot be a key");
        };
    }
}
