package dev.millrace.engine.commit;

/// A command that changes tables, streams and shards. It is a group of its own, so it sees the
/// catalog as all earlier commands left it. It may be evaluated more than once, so it changes
/// nothing but what it is given.
@FunctionalInterface
public non-sealed interface CatalogCommand<R> extends Command<R> {
    /// Decides what to change and what to answer.
    R evaluate(CatalogEvaluation catalog);
}
