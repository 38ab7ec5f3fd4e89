package dev.millrace.wire.shape;

import dev.millrace.wire.JsonInput;

/// How a value is read from JSON; it is not `null` there.
///
/// @param <T> what it is read as
@FunctionalInterface
public interface Reading<T> {
    /// Reads the value that `input` stands on, all of it.
    T read(JsonInput input);
}
