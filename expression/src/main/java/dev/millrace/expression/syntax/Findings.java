package dev.millrace.expression.syntax;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Faults found on the way through an expression that is otherwise well formed. Of each kind the
/// first counts, and the kinds have an order in which they are reported.
final class Findings {
    private static final int OPERATORS_MAX = 300;
    private static final String REDUNDANT_PARENTHESES = "The expression has redundant parentheses;";

    /// The kinds of fault.
    enum Kind {
        REDUNDANT_PARENTHESES,
        UNKNOWN_FUNCTION,
        MISPLACED_FUNCTION,
        RESERVED_WORD,
        REPEATED_SECTION
    }

    private final Map<Kind, String> first = new EnumMap<>(Kind.class);
    private int operators;

    void countOperator() {
        operators++;
    }

    void redundantParentheses() {
        add(Kind.REDUNDANT_PARENTHESES, REDUNDANT_PARENTHESES);
    }

    void unknownFunction(String name) {
        add(Kind.UNKNOWN_FUNCTION, "Invalid function name; function: " + name);
    }

    void misplacedFunction(String name) {
        add(
                Kind.MISPLACED_FUNCTION,
                "The function is not allowed to be used this way in an expression; function: "
                        + name);
    }

    void reservedWord(String word) {
        add(Kind.RESERVED_WORD, "Attribute name is a reserved keyword; reserved keyword: " + word);
    }

    void repeatedSection(String section) {
        add(
                Kind.REPEATED_SECTION,
                "The \"" + section + "\" section can only be used once in an update expression;");
    }

    /// Reports the first fault in the given order of kinds, or too many operators, if any.
    void report(List<Kind> order) {
        for (Kind kind : order) {
            @Nullable String reason = first.get(kind);
            if (reason != null) {
                throw new InvalidExpressionException(reason);
            }
        }
        if (operators > OPERATORS_MAX) {
            // AWS stops counting at the first that is too many.
            throw new InvalidExpressionException(
                    "The expression contains too many operators; operator count: "
                            + (OPERATORS_MAX + 1));
        }
    }

    /// What an expression that is nested too deeply suffers from: a fault that is known already,
    /// more operators than allowed, or parentheses that cannot all be needed.
    InvalidExpressionException nestedTooDeeply(List<Kind> order) {
        report(order);
        return new InvalidExpressionException(REDUNDANT_PARENTHESES);
    }

    private void add(Kind kind, String reason) {
        first.putIfAbsent(kind, reason);
    }
}
