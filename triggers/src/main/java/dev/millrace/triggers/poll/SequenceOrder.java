package dev.millrace.triggers.poll;

import org.jspecify.annotations.Nullable;

/// The order of sequence numbers, which are decimal numbers without leading zeros. Null stands
/// before all of them.
final class SequenceOrder {
    private SequenceOrder() {}

    /// Whether `one` stands at or before `other`.
    static boolean isCovered(String one, @Nullable String other) {
        return other != null && compare(one, other) <= 0;
    }

    /// The earlier of the two.
    static @Nullable String earlier(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return null;
        }
        return compare(one, other) <= 0 ? one : other;
    }

    /// The later of the two.
    static @Nullable String later(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return compare(one, other) >= 0 ? one : other;
    }

    private static int compare(String one, String other) {
        return one.length() == other.length()
                ? one.compareTo(other)
                : Integer.compare(one.length(), other.length());
    }
}
