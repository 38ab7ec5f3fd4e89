package dev.millrace.cli.demo;

import java.time.Duration;
import java.util.Locale;

/// Numbers as the demo shows them, the same in every locale.
final class Figures {

    private Figures() {}

    /// `number` with a comma after each three digits.
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `number` of `things`, which is a noun in the singular that takes an s.
    static String counted(long number, String things) {
        return grouped(number) + " " + things + (number == 1 ? "" : "s");
    }

    /// How many `things` there were in a second. A duration of nothing counts as a nanosecond, so
    /// that there is always a rate.
    static String rate(long number, String things, Duration duration) {
        long perSecond = Math.round(number * 1e9 / Math.max(1, duration.toNanos()));
        return grouped(perSecond) + " " + things + "/s";
    }
}
