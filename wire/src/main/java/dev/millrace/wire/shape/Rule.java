package dev.millrace.wire.shape;

/// A constraint of the service model on a value that was given.
///
/// @param <T> what the value was read as
@FunctionalInterface
public interface Rule<T> {
    /// Reports to `violations` what is wrong with `value`, which stands at `path`.
    void check(T value, String path, Violations violations);
}
