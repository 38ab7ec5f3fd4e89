package dev.millrace.wire.item;

import dev.millrace.wire.shape.Violations;

import java.util.Set;

/// The checks of `ConditionalOperator`, whose present text names an operator that does not exist
/// (public captures, 9 October 2026).
final class ConditionalOperatorRule {
    private static final Set<String> OPERATORS = Set.of("AND", "OR");
    private static final String PRESENT = "Member must satisfy enum value set: [ALL, OR]";

    private ConditionalOperatorRule() {}

    static void checkWrite(String value, String path, Violations violations) {
        if (OPERATORS.contains(value)) {
            return;
        }
        if (violations.isOlder()) {
            violations.addChoice(value, path, "Member must satisfy enum value set: [OR, AND]");
        } else {
            violations.addPresentChoice(PRESENT);
        }
    }

    /// Query tells this before all else, and does not count it.
    static void checkQuery(String value, String path, Violations violations) {
        if (!OPERATORS.contains(value)) {
            violations.answerOnly("Failed to satisfy constraint: " + PRESENT);
        }
    }
}
