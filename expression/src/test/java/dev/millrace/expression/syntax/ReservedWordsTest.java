package dev.millrace.expression.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Set;

class ReservedWordsTest {
    private static final Set<String> GRAMMAR = Set.of("AND", "OR", "NOT", "BETWEEN", "IN");

    @Test
    void thereAre573() {
        assertThat(ReservedWords.all()).hasSize(573).allMatch(word -> word.matches("[A-Z]+"));
    }

    @Test
    void everyWordIsRefusedAsAName() {
        for (String word : ReservedWords.all()) {
            if (GRAMMAR.contains(word)) {
                continue;
            }
            String name = word.toLowerCase(Locale.ROOT);
            assertThatExceptionOfType(InvalidExpressionException.class)
                    .isThrownBy(() -> ConditionParser.parse(name + " = :v"))
                    .withMessage("Attribute name is a reserved keyword; reserved keyword: " + name);
        }
    }

    @Test
    void wordWithinANameIsFree() {
        assertThat(ReservedWords.contains("names")).isTrue();
        assertThat(ReservedWords.contains("name1")).isFalse();
        assertThat(ReservedWords.contains("_name")).isFalse();
    }
}
