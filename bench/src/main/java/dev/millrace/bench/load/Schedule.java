package dev.millrace.bench.load;

/// The moments at which one thread's requests are due, by the clock that counts nanoseconds.
///
/// An open loop's moments are evenly spaced; several threads share a rate by taking turns. In a
/// closed loop a request is always due.
final class Schedule {
    private static final double NANOS_A_SECOND = 1e9;

    private final long start;
    private final long end;
    private final double intervalNanos;
    private final double offsetNanos;
    private long taken;

    private Schedule(long start, long end, double intervalNanos, double offsetNanos) {
        this.start = start;
        this.end = end;
        this.intervalNanos = intervalNanos;
        this.offsetNanos = offsetNanos;
    }

    /// The schedule of one thread.
    ///
    /// @param start when the run begins
    /// @param nanos how long it takes
    /// @param thread which of `threads` this is, from 0
    static Schedule of(Pace pace, long start, long nanos, int thread, int threads) {
        return switch (pace) {
            case Pace.Closed() -> new Schedule(start, start + nanos, 0, 0);
            case Pace.Open(double perSecond) -> {
                double interval = NANOS_A_SECOND / perSecond;
                yield new Schedule(start, start + nanos, interval * threads, interval * thread);
            }
        };
    }

    boolean isOpen() {
        return intervalNanos > 0;
    }

    /// The time between two requests, in nanoseconds; 0 in a closed loop.
    long intervalNanos() {
        return (long) intervalNanos;
    }

    /// When the run ends; nothing is due from then on.
    long end() {
        return end;
    }

    /// Whether there is no further request.
    boolean isOver(long now) {
        return isOpen() ? due() - end >= 0 : now - end >= 0;
    }

    /// When the next request is due; only an open loop has such a moment.
    long due() {
        return start + (long) (offsetNanos + taken * intervalNanos);
    }

    /// Whether a request is to be sent.
    boolean isDue(long now) {
        return !isOver(now) && (!isOpen() || due() - now <= 0);
    }

    /// Takes the next request: the moment that its time counts from.
    long take(long now) {
        long from = isOpen() ? due() : now;
        taken++;
        return from;
    }
}
