package dev.millrace.wire.value;

import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

/// Attribute values as they were read, with the first fault among them.
///
/// @param <T> what holds the values
public final class Decoded<T> {
    private final T values;
    private final @Nullable ValueFault fault;

    Decoded(T values, @Nullable ValueFault fault) {
        this.values = values;
        this.fault = fault;
    }

    /// The values.
    ///
    /// @throws ApiException a `ValidationException` if one of them is no valid value
    public T orThrow() {
        if (fault != null) {
            throw fault.toException();
        }
        return values;
    }

    /// The values, of which none may be used while there is a [#fault].
    public T values() {
        return values;
    }

    /// What [#orThrow] throws, or null if all values are valid: for callers that have other faults
    /// to answer first.
    public @Nullable ApiException fault() {
        return fault == null ? null : fault.toException();
    }

    /// What a violation shows in place of attribute values: they may be megabytes, and messages end
    /// up in logs where clients' data has no place.
    @Override
    public String toString() {
        return "{...}";
    }
}
