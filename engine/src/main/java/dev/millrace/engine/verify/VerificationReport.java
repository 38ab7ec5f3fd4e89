package dev.millrace.engine.verify;

import java.util.List;
import java.util.Map;

/// What the check of a store found.
///
/// @param violations the first contradictions, a sentence each
/// @param violationCount how many there are altogether
/// @param counts how many rows of each kind were looked at
public record VerificationReport(
        List<String> violations, long violationCount, Map<String, Long> counts) {
    /// How many contradictions are told.
    public static final int VIOLATIONS_MAX = 100;

    /// Whether nothing contradicts anything.
    public boolean isClean() {
        return violationCount == 0;
    }
}
