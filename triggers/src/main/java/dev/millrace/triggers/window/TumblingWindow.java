package dev.millrace.triggers.window;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.batch.Entry;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// The tumbling window of one shard: which one is open, with what state, and whether it is over.
public final class TumblingWindow {
    private final Duration length;
    private @Nullable WindowState open;
    private boolean endsEarly;

    /// @param length zero if there are to be no windows
    /// @param open the window that was open when the last checkpoint was written; null for none
    public TumblingWindow(Duration length, @Nullable WindowState open) {
        this.length = length;
        this.open = length.isZero() ? null : open;
    }

    /// Whether there are windows at all.
    public boolean isOn() {
        return !length.isZero();
    }

    /// The open window; null if there is none.
    public @Nullable WindowState open() {
        return open;
    }

    /// Whether two records may be in one batch.
    public boolean together(Entry one, Entry other) {
        return !isOn() || Window.of(one, length).contains(other);
    }

    /// Whether the open window is over.
    ///
    /// @param next the next record that waits; null if none does
    /// @param readUpTo every change before this moment has been read
    public boolean isOver(@Nullable Entry next, Instant readUpTo) {
        if (open == null) {
            return false;
        }
        Window window = open.window();
        return endsEarly
                || (next == null ? !readUpTo.isBefore(window.end()) : !window.contains(next));
    }

    /// What the call with these records says of the window, which it opens if none is open.
    public @Nullable WindowCall callWith(Entry first) {
        if (!isOn()) {
            return null;
        }
        if (open == null) {
            open = WindowState.begin(Window.of(first, length));
        }
        return new WindowCall(open, false, false);
    }

    /// What the last call of the open window says.
    public WindowCall lastCall() {
        if (open == null) {
            throw new IllegalStateException("no window is open");
        }
        return new WindowCall(open, true, endsEarly);
    }

    /// Keeps the state that a call returned.
    public void keep(@Nullable Binary state) {
        if (open != null && state != null) {
            open = open.with(state);
            endsEarly |= open.isTooLarge();
        }
    }

    /// Says that records of the window were given up: it ends early.
    public void endEarly() {
        endsEarly = open != null;
    }

    /// Closes the open window; the next one begins with a fresh state.
    public void close() {
        open = null;
        endsEarly = false;
    }
}
