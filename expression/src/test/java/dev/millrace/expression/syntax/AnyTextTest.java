package dev.millrace.expression.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Whatever the text, the parsers read it or refuse it, and do nothing else.
class AnyTextTest {
    private static final int ROUNDS = 4_000;
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "b.c",
                    "#n",
                    ":v",
                    "(",
                    ")",
                    "((",
                    "))",
                    "[",
                    "]",
                    "[0]",
                    ",",
                    ".",
                    "=",
                    "<>",
                    "<",
                    ">=",
                    "+",
                    "-",
                    "AND",
                    "or",
                    "NOT",
                    "between",
                    "IN",
                    "size(",
                    "contains(",
                    "attribute_exists(",
                    "if_not_exists(",
                    "list_append(",
                    "f(",
                    "SET",
                    "remove",
                    "ADD",
                    "DELETE",
                    "7",
                    "99999999999",
                    "é",
                    "\uD83D",
                    "#",
                    ":",
                    "\"",
                    "name",
                    "!");

    @ParameterizedTest
    @ValueSource(longs = {11, 4711, -3})
    void parsersReadOrRefuseIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            String text = text(random);
            assertReadOrRefused(seed, text, ConditionParser::parse);
            assertReadOrRefused(seed, text, UpdateParser::parse);
            assertReadOrRefused(seed, text, ProjectionParser::parse);
        }
    }

    private static void assertReadOrRefused(long seed, String text, Consumer<String> parser) {
        try {
            parser.accept(text);
        } catch (InvalidExpressionException e) {
            assertThat(e.reason()).as("seed %d: %s", seed, text).isNotBlank();
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            text.append(random.nextInt(3) == 0 ? "" : " ");
        }
        return text.toString();
    }
}
