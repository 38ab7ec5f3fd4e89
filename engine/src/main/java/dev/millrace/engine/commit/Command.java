package dev.millrace.engine.commit;

/// What an operation wants done to items or to the catalog. It is evaluated on the sequencer's
/// thread, in order with all others, and may throw an `ApiException`, which then is its answer and
/// leaves nothing changed.
public sealed interface Command<R> permits ItemCommand, CatalogCommand {}
