package dev.millrace.benchmarks.http;

import org.HdrHistogram.Histogram;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// What is counted during a run: answers, their times, and errors by status.
public final class Tally {
    /// The status of an answer that is no error.
    static final int OK = 200;

    private static final long NANOS_MAX = 60_000_000_000L;
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Histogram nanos = new Histogram(NANOS_MAX, SIGNIFICANT_DIGITS);
    private final Map<Integer, String> firstErrors = new TreeMap<>();
    private long errors;
    private long records;
    private long startedAtNanos;
    private long runNanos;

    /// A tally that nobody reads, for answers that arrive after the time.
    static Tally discarding() {
        return new Tally();
    }

    void start() {
        startedAtNanos = System.nanoTime();
    }

    void stop() {
        runNanos = System.nanoTime() - startedAtNanos;
    }

    void count(long tookNanos, ResponseBuffer response) {
        if (response.status() == OK) {
            nanos.recordValue(Math.min(tookNanos, NANOS_MAX));
        } else {
            errors++;
            firstErrors.computeIfAbsent(
                    response.status(), _ -> new String(response.body(), StandardCharsets.UTF_8));
        }
    }

    void countRecords(int count) {
        records += count;
    }

    /// The times of the answers with status 200, in nanoseconds.
    public Histogram nanos() {
        return nanos;
    }

    /// How many answers had another status.
    public long errors() {
        return errors;
    }

    /// The body of the first answer of each status that is an error.
    public Map<Integer, String> firstErrors() {
        return firstErrors;
    }

    /// How many things the answers delivered, as the workload counts them.
    public long records() {
        return records;
    }

    /// How long was counted, in seconds.
    public double seconds() {
        return runNanos / 1e9;
    }
}
