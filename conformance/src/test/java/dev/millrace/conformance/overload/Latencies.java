package dev.millrace.conformance.overload;

import java.util.concurrent.atomic.AtomicLongArray;

/// How long many things took, in classes of which each is 5 % longer than the one before. Safe for
/// many threads.
final class Latencies {
    private static final double STEP = Math.log(1.05);
    private static final int CLASSES = 500;

    private final AtomicLongArray counts = new AtomicLongArray(CLASSES);

    void add(long nanos) {
        int place = (int) (Math.log(Math.max(nanos, 1) / 1_000.0) / STEP);
        counts.incrementAndGet(Math.clamp(place, 0, CLASSES - 1));
    }

    void add(Latencies others) {
        for (int i = 0; i < CLASSES; i++) {
            counts.addAndGet(i, others.counts.get(i));
        }
    }

    long count() {
        long sum = 0;
        for (int i = 0; i < CLASSES; i++) {
            sum += counts.get(i);
        }
        return sum;
    }

    /// The time in milliseconds that so many of a hundred did not exceed; 0 if there were none.
    double millis(double percent) {
        long wanted = (long) Math.ceil(count() * percent / 100);
        long seen = 0;
        for (int i = 0; i < CLASSES; i++) {
            seen += counts.get(i);
            if (seen >= wanted && seen > 0) {
                return Math.exp((i + 1) * STEP) / 1_000;
            }
        }
        return 0;
    }
}
