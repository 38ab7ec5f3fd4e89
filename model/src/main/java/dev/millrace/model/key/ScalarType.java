package dev.millrace.model.key;

import dev.millrace.model.value.AttributeValue;

/// A type that a key attribute may have: string, number or binary.
public enum ScalarType {
    S,
    N,
    B;

    /// Whether `value` is of this type.
    public boolean matches(AttributeValue value) {
        return value.type().name().equals(name());
    }
}
