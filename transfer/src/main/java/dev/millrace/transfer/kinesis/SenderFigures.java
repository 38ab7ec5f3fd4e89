package dev.millrace.transfer.kinesis;

import java.util.concurrent.atomic.LongAdder;

/// What one sender has done since the server started.
final class SenderFigures {
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failedCalls = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /// The figures at a moment.
    ///
    /// @param delivered records that a stream took
    /// @param failedCalls requests of which a stream took nothing, or not everything
    /// @param refused records that were left out, because the stream will never take them
    record Counts(long delivered, long failedCalls, long refused) {
        static final Counts NONE = new Counts(0, 0, 0);
    }

    void delivered(int records) {
        delivered.add(records);
    }

    void failedCall() {
        failedCalls.increment();
    }

    void refused() {
        refused.increment();
    }

    Counts counts() {
        return new Counts(delivered.sum(), failedCalls.sum(), refused.sum());
    }
}
