package dev.millrace.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.expression.syntax.ConditionParser;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.expression.syntax.ProjectionParser;
import dev.millrace.expression.syntax.UpdateParser;

/// Texts of expressions, at most as long as one may be.
public final class Expressions {
    private static final int CHARACTERS_MAX = 4_096;

    private Expressions() {}

    /// Parses a text as an expression of the kind that its first byte names; whatever the text, it
    /// is one or an invalid one.
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 2) {
            return;
        }
        String text = new String(data, 1, data.length - 1, UTF_8);
        try {
            parse(data[0], text.substring(0, Math.min(text.length(), CHARACTERS_MAX)));
        } catch (InvalidExpressionException expected) {
            Promises.hasText(expected);
        }
    }

    private static void parse(byte kind, String text) {
        switch (Math.floorMod(kind, 3)) {
            case 0 -> ConditionParser.parse(text);
            case 1 -> UpdateParser.parse(text);
            default -> ProjectionParser.parse(text);
        }
    }
}
