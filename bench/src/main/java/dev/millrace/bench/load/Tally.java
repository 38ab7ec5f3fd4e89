package dev.millrace.bench.load;

import dev.millrace.bench.http.ResponseBuffer;

import org.HdrHistogram.Histogram;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one thread counts during a run.
public final class Tally {
    /// The longest time that is told apart from longer ones.
    public static final long NANOS_MAX = 3_600_000_000_000L;

    private static final int SIGNIFICANT_DIGITS = 3;
    private static final int ERROR_CHARS_MAX = 500;
    private static final int KINDS_OF_ERRORS_MAX = 10;
    private static final Pattern TYPE = Pattern.compile("\"__type\"\\s*:\\s*\"(?:[^\"#]*#)?(\\w+)");
    private static final Pattern THROTTLED =
            Pattern.compile(
                    "ProvisionedThroughputExceeded|ThrottlingException|ThrottlingError"
                            + "|RequestLimitExceeded|LimitExceededException");

    private final Histogram nanos = histogram();
    private final Histogram lateness = histogram();
    private final Map<String, String> firstErrors = new TreeMap<>();
    private long items;
    private long errors;
    private long throttled;
    private long unanswered;
    private long lastAnswerNanos;
    private long busyNanos;

    /// A histogram of nanoseconds for up to an hour.
    public static Histogram histogram() {
        Histogram histogram = new Histogram(NANOS_MAX, SIGNIFICANT_DIGITS);
        histogram.setAutoResize(false);
        return histogram;
    }

    /// A good answer.
    void answered(long tookNanos, int itemCount, long now) {
        nanos.recordValue(Math.clamp(tookNanos, 0, NANOS_MAX));
        items += itemCount;
        lastAnswerNanos = now;
    }

    /// A request was sent so much later than it could have been.
    void sentLate(long byNanos) {
        lateness.recordValue(Math.clamp(byNanos, 0, NANOS_MAX));
    }

    /// A server that was too busy.
    void throttled() {
        throttled++;
    }

    /// An answer of another status than 200. True if it says that the server was too busy.
    boolean refused(ResponseBuffer response) {
        String text = response.text();
        if (THROTTLED.matcher(text).find()) {
            throttled++;
            return true;
        }
        failed(kind(response.status(), text), text);
        return false;
    }

    /// Anything else that went wrong.
    void failed(String kind, String text) {
        errors++;
        if (firstErrors.size() < KINDS_OF_ERRORS_MAX) {
            firstErrors.putIfAbsent(
                    kind, text.substring(0, Math.min(text.length(), ERROR_CHARS_MAX)));
        }
    }

    /// A request that has waited so long and has no answer still: it counts with that time.
    void unanswered(long waitedNanos) {
        nanos.recordValue(Math.clamp(waitedNanos, 0, NANOS_MAX));
        unanswered++;
    }

    void busy(long cpuNanos) {
        busyNanos = cpuNanos;
    }

    /// The times of good answers, and those that requests without an answer had waited.
    public Histogram nanos() {
        return nanos;
    }

    /// How much later than possible requests were sent, for the generator's own fault.
    public Histogram lateness() {
        return lateness;
    }

    /// How many items the good answers stand for.
    public long items() {
        return items;
    }

    /// How many answers were errors, or wrong.
    public long errors() {
        return errors;
    }

    /// How many answers said that the server was too busy.
    public long throttles() {
        return throttled;
    }

    /// How many requests had no answer in the end.
    public long unanswered() {
        return unanswered;
    }

    /// The first error of each kind.
    public Map<String, String> firstErrors() {
        return firstErrors;
    }

    /// When the last good answer came, by the clock that counts nanoseconds.
    public long lastAnswerNanos() {
        return lastAnswerNanos;
    }

    /// How much processor time the thread took.
    public long busyNanos() {
        return busyNanos;
    }

    private static String kind(int status, String text) {
        Matcher type = TYPE.matcher(text);
        return type.find() ? status + " " + type.group(1) : Integer.toString(status);
    }
}
