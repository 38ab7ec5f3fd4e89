package dev.millrace.triggers.function.instance;

import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;

/// A running copy of a function. It takes one invocation at a time, from one thread at a time.
public interface Instance extends AutoCloseable {
    /// Invokes the function and waits for what becomes of it.
    Outcome invoke(Invocation invocation);

    /// Whether it can take another invocation.
    boolean isUsable();

    /// Ends the copy with all that it started. Safe from any thread, and more than once.
    @Override
    void close();
}
