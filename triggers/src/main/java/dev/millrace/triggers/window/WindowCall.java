package dev.millrace.triggers.window;

/// What an event says of the tumbling window that it belongs to.
///
/// @param isFinal whether this is the window's last call
/// @param isEarly whether the window ends before its time
public record WindowCall(WindowState state, boolean isFinal, boolean isEarly) {}
