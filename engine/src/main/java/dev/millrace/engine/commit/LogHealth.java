package dev.millrace.engine.commit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The state of a log, and who wants to know when it changes. Safe for many threads; the sequencer
/// alone changes it.
public final class LogHealth {
    private final List<Consumer<LogState>> watchers = new CopyOnWriteArrayList<>();
    private volatile LogState state = new LogState.Writable();

    LogHealth() {}

    /// The state now.
    public LogState state() {
        return state;
    }

    /// Whether the log takes commits now.
    public boolean isWritable() {
        return state instanceof LogState.Writable;
    }

    /// Has `watcher` called after each change, on the thread that found it out; it must be quick.
    public void watch(Consumer<LogState> watcher) {
        watchers.add(watcher);
    }

    /// Has `action` called whenever the log takes commits again.
    public void whenWritable(Runnable action) {
        watch(next -> {
            if (next instanceof LogState.Writable) {
                action.run();
            }
        });
    }

    void change(LogState next) {
        if (!next.equals(state)) {
            state = next;
            watchers.forEach(watcher -> watcher.accept(next));
        }
    }
}
