package dev.millrace.engine.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a check has found so far: contradictions, and how many rows of each kind were looked at.
final class Findings {
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long violationCount;

    /// Notes a contradiction, of which the first [VerificationReport#VIOLATIONS_MAX] are kept.
    void violation(String sentence) {
        violationCount++;
        if (violations.size() < VerificationReport.VIOLATIONS_MAX) {
            violations.add(sentence);
        }
    }

    /// Notes that so many rows of a kind were looked at.
    void looked(String kind, long rows) {
        counts.merge(kind, rows, Long::sum);
    }

    VerificationReport report() {
        return new VerificationReport(List.copyOf(violations), violationCount, Map.copyOf(counts));
    }
}
