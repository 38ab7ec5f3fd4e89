package dev.millrace.cli.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What the demo is doing, for somebody who watches: on a terminal one line that changes, elsewhere
/// a line now and then. For one thread.
final class Progress {

    private static final Duration LINE_INTERVAL = Duration.ofSeconds(3);
    private static final Duration CHANGE_INTERVAL = Duration.ofMillis(100);

    private final PrintWriter out;
    private final boolean isTerminal;
    private final LongSupplier nanoTime;
    private Stopwatch sinceShown;
    private int width;

    /// Progress shown on `out`.
    ///
    /// @param nanoTime a clock that only goes forward, in nanoseconds
    Progress(PrintWriter out, boolean isTerminal, LongSupplier nanoTime) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.nanoTime = nanoTime;
        this.sinceShown = Stopwatch.start(nanoTime);
    }

    /// Shows where the work has come to, unless something was shown a moment ago.
    void at(Supplier<String> text) {
        Duration interval = isTerminal ? CHANGE_INTERVAL : LINE_INTERVAL;
        if (sinceShown.elapsed().compareTo(interval) >= 0) {
            show(text.get());
            sinceShown = Stopwatch.start(nanoTime);
        }
    }

    /// Takes the changing line away, so that something else can be printed.
    void end() {
        if (isTerminal) {
            overwrite("");
            out.print("\r");
            out.flush();
        }
    }

    private void show(String text) {
        if (isTerminal) {
            overwrite(text);
            out.flush();
        } else {
            out.println(text);
        }
    }

    private void overwrite(String text) {
        out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        width = text.length();
    }
}
