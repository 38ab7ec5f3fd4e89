package dev.millrace.bench.load;

import java.util.Locale;

/// How requests follow one another.
public sealed interface Pace {

    /// A closed loop: each connection sends the next request when the last one is answered.
    record Closed() implements Pace {
        @Override
        public String toString() {
            return "closed";
        }
    }

    /// An open loop: requests are due at fixed moments, whatever has become of those before.
    ///
    /// @param perSecond how many are due in a second
    record Open(double perSecond) implements Pace {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, perSecond < 10 ? "open %.1f/s" : "open %,.0f/s", perSecond);
        }
    }
}
