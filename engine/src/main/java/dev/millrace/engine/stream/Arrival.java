package dev.millrace.engine.stream;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One reader's wait for news at some places, given out by [Arrivals#expect].
///
/// Whatever is committed after it was given out ends the wait, so a reader that looks once between
/// asking for it and waiting misses nothing.
public final class Arrival implements AutoCloseable {
    private final Arrivals arrivals;
    private final List<Place> places;
    private final CountDownLatch news = new CountDownLatch(1);

    Arrival(Arrivals arrivals, List<Place> places) {
        this.arrivals = arrivals;
        this.places = places;
    }

    /// Waits for news, `longest` at most by the time of the machine. A virtual thread gives its
    /// carrier free meanwhile. An interrupt ends the wait and stays set.
    ///
    /// @return whether there is news; if not, the time is up
    public boolean await(Duration longest) {
        try {
            return news.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<Place> places() {
        return places;
    }

    void come() {
        news.countDown();
    }

    /// Ends the expectation.
    @Override
    public void close() {
        arrivals.forget(this);
    }
}
