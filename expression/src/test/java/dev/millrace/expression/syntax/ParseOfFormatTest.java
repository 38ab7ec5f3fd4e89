package dev.millrace.expression.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;

/// What is written out and read again is what it was.
class ParseOfFormatTest {
    private static final int ROUNDS = 3_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 20260101, -77})
    void parsedFormatOfAConditionIsTheCondition(long seed) {
        SyntaxGenerator generator = new SyntaxGenerator(seed);
        for (int i = 0; i < ROUNDS; i++) {
            ConditionSyntax condition = generator.condition(3);
            String text = SyntaxFormat.format(condition);

            assertThat(ConditionParser.parse(text))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(condition);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 20260102, -78})
    void parsedFormatOfAnUpdateIsTheUpdate(long seed) {
        SyntaxGenerator generator = new SyntaxGenerator(seed);
        for (int i = 0; i < ROUNDS; i++) {
            List<ActionSyntax> update = generator.update();
            String text =
                    update.stream().map(SyntaxFormat::format).collect(Collectors.joining(" "));

            assertThat(UpdateParser.parse(text)).as("seed %d: %s", seed, text).isEqualTo(update);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20260103, -79})
    void parsedFormatOfAProjectionIsTheProjection(long seed) {
        SyntaxGenerator generator = new SyntaxGenerator(seed);
        for (int i = 0; i < ROUNDS; i++) {
            List<PathSyntax> projection = generator.projection();
            String text = SyntaxFormat.formatAll(projection);

            assertThat(ProjectionParser.parse(text))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(projection);
        }
    }
}
