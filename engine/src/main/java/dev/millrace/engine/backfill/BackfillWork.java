package dev.millrace.engine.backfill;

/// A kind of backfill as the worker sees it.
public interface BackfillWork {
    /// Whether any backfill of this kind has not ended.
    boolean isPending();

    /// Carries out the next chunk of one of them, if there still is any.
    void advance();
}
