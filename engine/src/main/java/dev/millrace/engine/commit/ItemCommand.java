package dev.millrace.engine.commit;

/// A command that reads and changes items. It may be evaluated more than once, so it changes
/// nothing but what it is given.
@FunctionalInterface
public non-sealed interface ItemCommand<R> extends Command<R> {
    /// Decides what to change and what to answer.
    R evaluate(ItemEvaluation items);
}
