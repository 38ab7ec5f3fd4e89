package dev.millrace.bench.stream;

import dev.millrace.bench.load.Tally;
import dev.millrace.bench.result.Sample;

import org.HdrHistogram.Histogram;

/// How long something took after single writes: counted from when the write was sent, and from when
/// it was answered.
///
/// @param fromSent from before the write was sent; a write is part of it
/// @param fromAnswered from the answer; 0 where the answer came later
/// @param puts how long the writes themselves took
public record Delays(Sample fromSent, Sample fromAnswered, Sample puts) {

    /// Notes delays. For one thread.
    public static final class Notes {
        private static final double NANOS_A_SECOND = 1e9;

        private final long start = System.nanoTime();
        private final Histogram fromSent = Tally.histogram();
        private final Histogram fromAnswered = Tally.histogram();
        private final Histogram puts = Tally.histogram();

        /// Notes one write: three moments by the clock that counts nanoseconds.
        public void note(long sent, long answered, long arrived) {
            fromSent.recordValue(Math.max(0, arrived - sent));
            fromAnswered.recordValue(Math.max(0, arrived - answered));
            puts.recordValue(answered - sent);
        }

        /// What was noted so far.
        public Delays delays() {
            double seconds = (System.nanoTime() - start) / NANOS_A_SECOND;
            return new Delays(
                    sample(seconds, fromSent),
                    sample(seconds, fromAnswered),
                    sample(seconds, puts));
        }

        private static Sample sample(double seconds, Histogram nanos) {
            return new Sample.Collector(seconds, 0)
                    .add(nanos, Tally.histogram())
                    .count(nanos.getTotalCount(), 0, 0)
                    .sample();
        }
    }
}
