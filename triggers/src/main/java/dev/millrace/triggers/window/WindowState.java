package dev.millrace.triggers.window;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.Binary;

/// A window that has begun, and what the function made of it so far.
///
/// @param state the JSON object that the function returned last
public record WindowState(Window window, Binary state) {
    /// The most bytes of a state; a larger one ends the window.
    public static final int STATE_BYTES_MAX = 1 << 20;

    private static final Binary EMPTY = Binary.of("{}".getBytes(UTF_8));

    /// The state before the first call.
    public static WindowState begin(Window window) {
        return new WindowState(window, EMPTY);
    }

    /// The window with another state.
    public WindowState with(Binary next) {
        return new WindowState(window, next);
    }

    /// Whether the state is too large to go on.
    public boolean isTooLarge() {
        return state.length() > STATE_BYTES_MAX;
    }
}
