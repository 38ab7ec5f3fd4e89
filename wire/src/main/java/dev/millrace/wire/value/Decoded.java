package dev.millrace.wire.value;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Item;
import dev.millrace.wire.shape.Deep;

import org.jspecify.annotations.Nullable;

import java.util.stream.Collectors;

/// Attribute values as they were read, with the fault among them that is to be told.
///
/// @param <T> what holds the values
public final class Decoded<T> implements Deep {
    private final T values;
    private final @Nullable ValueFault fault;
    private final boolean isDeep;

    Decoded(T values, @Nullable ValueFault fault, boolean isDeep) {
        this.values = values;
        this.fault = fault;
        this.isDeep = isDeep;
    }

    /// The values.
    ///
    /// @throws ApiException a `ValidationException` in the words of `layer` if one of them is no
    ///   valid value
    public T orThrow(ValueLayer layer) {
        if (fault != null) {
            throw fault.toException(layer);
        }
        return values;
    }

    /// The values, of which none may be used while there is a [#fault].
    public T values() {
        return values;
    }

    /// What [#orThrow] throws, or null if all values are valid: for callers that have other faults
    /// to answer first.
    public @Nullable ApiException fault(ValueLayer layer) {
        return fault == null ? null : fault.toException(layer);
    }

    @Override
    public boolean isDeep() {
        return isDeep;
    }

    /// What a violation shows in place of attribute values: the names of attributes at most. Values
    /// may be megabytes, and messages end up in logs where clients' data has no place.
    @Override
    public String toString() {
        return values instanceof Item item
                ? item.attributes().keySet().stream()
                        .map(name -> name + "=...")
                        .collect(Collectors.joining(", ", "{", "}"))
                : "{...}";
    }
}
