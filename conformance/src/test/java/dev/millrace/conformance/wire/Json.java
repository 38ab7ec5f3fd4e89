package dev.millrace.conformance.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// A JSON value, for comparing.
public sealed interface Json {
    /// An object; its members keep the order in which they were read.
    record Members(Map<String, Json> byName) implements Json {}

    /// An array.
    record Elements(List<Json> list) implements Json {}

    /// A string.
    record Text(String text) implements Json {}

    /// A number, equal to every other spelling of the same number.
    record Numeric(BigDecimal value) implements Json {
        public Numeric {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    /// `true` or `false`.
    record Truth(boolean isTrue) implements Json {}

    /// `null`.
    record Null() implements Json {}
}
