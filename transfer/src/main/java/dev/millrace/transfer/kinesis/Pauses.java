package dev.millrace.transfer.kinesis;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The pauses of one sender between requests that fail: each twice as long as the one before, up to
/// a bound. They end when the server does.
final class Pauses {
    /// The first pause.
    static final Duration SHORTEST = Duration.ofMillis(50);

    /// The longest pause.
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final CountDownLatch end;
    private Duration next = SHORTEST;

    /// @param end comes to zero when the server ends
    Pauses(CountDownLatch end) {
        this.end = end;
    }

    /// Pauses.
    ///
    /// @throws InterruptedException if the server ends
    void afterFailure() throws InterruptedException {
        pause(next);
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    /// Begins again with the shortest one.
    void reset() {
        next = SHORTEST;
    }

    /// How long the next one is.
    Duration next() {
        return next;
    }

    /// @throws InterruptedException if the server ends
    void requireOpen() throws InterruptedException {
        pause(Duration.ZERO);
    }

    private void pause(Duration duration) throws InterruptedException {
        if (end.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the server ends");
        }
    }
}
