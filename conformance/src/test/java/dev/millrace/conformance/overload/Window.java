package dev.millrace.conformance.overload;

import dev.millrace.conformance.overload.PlainConnection.Reply;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/// What happened to the requests of some seconds. Safe for many threads.
final class Window {
    private final double seconds;
    private final Latencies accepted = new Latencies();
    private final Latencies refused = new Latencies();
    private final LongAdder others = new LongAdder();
    private volatile String firstOther = "";

    /// A window of so many seconds.
    Window(double seconds) {
        this.seconds = seconds;
    }

    void count(Reply reply, long nanos) {
        if (reply.isAccepted()) {
            accepted.add(nanos);
        } else if (reply.isThrottled()) {
            refused.add(nanos);
        } else {
            other(reply.status() + " " + reply.text());
        }
    }

    void other(String what) {
        others.increment();
        firstOther = firstOther.isEmpty() ? what : firstOther;
    }

    double acceptedRate() {
        return accepted.count() / seconds;
    }

    double refusedRate() {
        return refused.count() / seconds;
    }

    Latencies accepted() {
        return accepted;
    }

    Latencies refused() {
        return refused;
    }

    /// What was neither accepted nor throttled; empty if there was nothing.
    String firstOther() {
        return firstOther;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "accepted %6.0f/s p50 %7.1f p99 %7.1f ms  refused %6.0f/s p50 %7.1f p99 %7.1f ms"
                        + "  others %d",
                acceptedRate(),
                accepted.millis(50),
                accepted.millis(99),
                refusedRate(),
                refused.millis(50),
                refused.millis(99),
                others.sum());
    }
}
