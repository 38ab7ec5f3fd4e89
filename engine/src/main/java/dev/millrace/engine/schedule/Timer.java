package dev.millrace.engine.schedule;

import java.time.Instant;

/// Somebody who has work to do at certain moments. Its methods are never called by two threads at
/// once.
public interface Timer {
    /// The next moment at which there is something to do, past or future; [Instant#MAX] for none.
    /// Asked about once a second, so it should be cheap; the moment may change at any time.
    Instant due();

    /// Does what is due by now, or a bounded part of it; [#due] tells whether anything is left.
    /// What it does must be harmless when it is done again after a crash.
    void run();
}
