package dev.millrace.testkit;

import org.jspecify.annotations.Nullable;

/// The first thing in which a system and the reference differ.
///
/// @param cause what the system threw, if that is the difference
record Difference(String text, @Nullable Throwable cause) {
    /// A difference between two answers or contents.
    static Difference of(String text) {
        return new Difference(text, null);
    }
}
