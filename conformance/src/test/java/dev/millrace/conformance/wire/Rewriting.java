package dev.millrace.conformance.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes an expectation of an answer, keeping of the old expectation what still holds: its
/// placeholders above all.
final class Rewriting {
    private final Comparison comparison;

    Rewriting(Comparison comparison) {
        this.comparison = comparison;
    }

    /// The expectation that `actual` meets.
    Json merge(Json expected, Json actual) {
        if (comparison.matches(expected, actual)) {
            return expected;
        }
        if (expected instanceof Json.Members(var old) && actual instanceof Json.Members(var now)) {
            return merge(old, now);
        }
        if (expected instanceof Json.Elements(var old)
                && actual instanceof Json.Elements(var now)
                && old.size() == now.size()) {
            return merge(old, now);
        }
        return actual;
    }

    private Json merge(Map<String, Json> old, Map<String, Json> now) {
        Map<String, Json> merged = new LinkedHashMap<>();
        old.forEach((name, value) -> {
            Json actual = now.get(name);
            if (name.equals(Comparison.OTHERS)) {
                merged.put(name, value);
            } else if (actual != null) {
                merged.put(name, merge(value, actual));
            }
        });
        if (!old.containsKey(Comparison.OTHERS)) {
            now.forEach(merged::putIfAbsent);
        }
        return new Json.Members(merged);
    }

    private Json merge(List<Json> old, List<Json> now) {
        List<Json> merged = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            merged.add(merge(old.get(i), now.get(i)));
        }
        return new Json.Elements(merged);
    }
}
