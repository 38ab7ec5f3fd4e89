package dev.millrace.engine.index;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/// What an entry of an index of vectors has beside its projected attributes.
///
/// @param attribute the name of the attribute that holds the vector
/// @param filters for each attribute that searches may name the key bytes of its value, null if the
///   item has none; must not be changed
/// @param components the vector; must not be changed
// The arrays are compared by content below and never changed.
@SuppressWarnings("ArrayRecordComponent")
public record VectorPart(String attribute, List<byte @Nullable []> filters, float[] components) {
    @Override
    public boolean equals(Object other) {
        return other instanceof VectorPart that
                && Arrays.equals(components, that.components)
                && Arrays.deepEquals(filters.toArray(), that.filters.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }
}
