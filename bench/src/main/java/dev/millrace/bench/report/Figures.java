package dev.millrace.bench.report;

import java.util.Locale;

/// Numbers as they are shown, the same in every locale.
final class Figures {
    private static final int HUNDRED = 100;
    private static final int TEN = 10;

    private Figures() {}

    /// A number of things a second.
    static String rate(double perSecond) {
        return perSecond < HUNDRED
                ? String.format(Locale.ROOT, "%.1f", perSecond)
                : String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    /// A time in milliseconds, with about three digits that mean something.
    static String millis(double millis) {
        if (millis < TEN) {
            return String.format(Locale.ROOT, "%.2f", millis);
        }
        return millis < HUNDRED
                ? String.format(Locale.ROOT, "%.1f", millis)
                : String.format(Locale.ROOT, "%,.0f", millis);
    }

    /// How many times one number is another.
    static String ratio(double one, double other) {
        return other == 0 ? "-" : String.format(Locale.ROOT, "%.2f", one / other);
    }

    /// A whole number.
    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
