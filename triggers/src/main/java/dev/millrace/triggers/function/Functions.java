package dev.millrace.triggers.function;

import org.jspecify.annotations.Nullable;

/// The functions that are known, by name.
@FunctionalInterface
public interface Functions {
    /// The function with this name, its version or alias as `qualifier`; null if there is none.
    @Nullable FunctionTarget find(String name, @Nullable String qualifier);
}
