package dev.millrace.bench.result;

import org.HdrHistogram.Histogram;

import java.util.Map;
import java.util.TreeMap;

/// What one run measured.
///
/// @param seconds how long it took
/// @param nanos the times of what was measured, in nanoseconds
/// @param lateness how much later than possible the generator sent, in nanoseconds
/// @param items how many items, records or the like the good answers stood for
/// @param errors how many answers were errors
/// @param throttles how many answers said that the server was too busy
/// @param unanswered how many requests had no answer in the end
/// @param clientSeconds the processor time of the generator's process
/// @param busiestSeconds the processor time of the busiest of the generator's threads
/// @param firstErrors the first error of each kind
public record Sample(
        double seconds,
        Histogram nanos,
        Histogram lateness,
        long items,
        long errors,
        long throttles,
        long unanswered,
        double clientSeconds,
        double busiestSeconds,
        Map<String, String> firstErrors) {
    private static final double NANOS_A_MILLI = 1e6;

    // More than this, and what is measured is the generator.
    private static final double BUSY_MAX = 0.85;
    private static final double LATE_PERCENTILE = 99;
    private static final double LATE_MILLIS_MAX = 1;
    private static final double LATE_SHARE_MAX = 0.1;

    /// How many answers were good.
    public long answered() {
        return nanos.getTotalCount() - unanswered;
    }

    /// Good answers a second.
    public double perSecond() {
        return answered() / seconds;
    }

    /// Items of good answers a second.
    public double itemsPerSecond() {
        return items / seconds;
    }

    /// A time in milliseconds that `percentile` percent of the times do not exceed.
    public double millis(double percentile) {
        return nanos.getValueAtPercentile(percentile) / NANOS_A_MILLI;
    }

    /// The mean time, in milliseconds.
    public double meanMillis() {
        return nanos.getMean() / NANOS_A_MILLI;
    }

    /// How late, in milliseconds, the generator was with all but one percent of the requests.
    public double lateMillis() {
        return lateness.getValueAtPercentile(LATE_PERCENTILE) / NANOS_A_MILLI;
    }

    /// The generator's share of one processor.
    public double clientShare() {
        return clientSeconds / seconds;
    }

    /// Whether the generator may have been what was slow.
    public boolean isGeneratorSlow() {
        double lateMax = Math.max(LATE_MILLIS_MAX, LATE_SHARE_MAX * millis(LATE_PERCENTILE));
        return busiestSeconds / seconds > BUSY_MAX || lateMillis() > lateMax;
    }

    /// Adds up what several threads have counted in one run. For one thread.
    public static final class Collector {
        private final double seconds;
        private final double clientSeconds;
        private final Histogram nanos = autoResizing();
        private final Histogram lateness = autoResizing();
        private final Map<String, String> firstErrors = new TreeMap<>();
        private long items;
        private long errors;
        private long throttles;
        private long unanswered;
        private double busiestSeconds;

        /// @param seconds how long the run took
        /// @param clientSeconds the processor time of the process meanwhile
        public Collector(double seconds, double clientSeconds) {
            this.seconds = seconds;
            this.clientSeconds = clientSeconds;
        }

        /// Adds times and how late requests were sent.
        public Collector add(Histogram times, Histogram late) {
            nanos.add(times);
            lateness.add(late);
            return this;
        }

        /// Adds counts.
        public Collector count(long itemCount, long errorCount, long throttleCount) {
            items += itemCount;
            errors += errorCount;
            throttles += throttleCount;
            return this;
        }

        /// Adds requests that had no answer, whose times are among those added.
        public Collector unanswered(long count) {
            unanswered += count;
            return this;
        }

        /// A thread was busy for so long.
        public Collector busy(double threadSeconds) {
            busiestSeconds = Math.max(busiestSeconds, threadSeconds);
            return this;
        }

        /// Adds errors of kinds that are not known yet.
        public Collector failures(Map<String, String> errorsOfThread) {
            errorsOfThread.forEach(firstErrors::putIfAbsent);
            return this;
        }

        /// The sum.
        public Sample sample() {
            return new Sample(
                    seconds,
                    nanos,
                    lateness,
                    items,
                    errors,
                    throttles,
                    unanswered,
                    clientSeconds,
                    busiestSeconds,
                    Map.copyOf(firstErrors));
        }

        private static Histogram autoResizing() {
            Histogram histogram = new Histogram(3);
            histogram.setAutoResize(true);
            return histogram;
        }
    }
}
