package dev.millrace.testkit.operation;

import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.table.VectorDistanceFunction;

import java.util.List;

/// An index of vectors with all attributes, whose searches name a value of `partition` and may name
/// one of `filter`.
///
/// @param attribute the name of the attribute with the vector
public record VectorShape(
        String name,
        String attribute,
        int dimensions,
        VectorDistanceFunction distance,
        KeyAttribute partition,
        KeyAttribute filter) {
    /// The attributes that searches name.
    public List<KeyAttribute> named() {
        return List.of(partition, filter);
    }
}
