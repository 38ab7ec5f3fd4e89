package dev.millrace.expression.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written out and read again is what it was.
class StatementParseOfFormatTest {
    private static final int ROUNDS = 3_000;

    @ParameterizedTest
    @ValueSource(longs = {4, 20260104, -80})
    void parsedFormatOfAStatementIsTheStatement(long seed) {
        StatementGenerator generator = new StatementGenerator(seed);
        for (int i = 0; i < ROUNDS; i++) {
            Statement statement = generator.statement();
            String text = StatementFormat.format(statement);

            assertThat(StatementParser.parse(text).term())
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(statement);
        }
    }
}
