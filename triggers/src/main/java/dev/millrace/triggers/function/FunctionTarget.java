package dev.millrace.triggers.function;

/// Something that invocations can be sent to. Safe for many threads; where only one invocation at a
/// time is possible, later ones are [Outcome.NotReady] or wait their turn.
@FunctionalInterface
public interface FunctionTarget {
    /// Invokes the function and waits for what becomes of it, no longer than the function's own
    /// time limit allows. Never throws for what the function or its surroundings do.
    Outcome invoke(Invocation invocation);
}
