package dev.millrace.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.expression.notation.Notation;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.value.AttributeValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// Key conditions on keys of several attributes (dynamodb-api reference, section 7.4).
class KeySchemaMatchTest {
    private static final String VALUES = ":v: 1, :w: 2";
    private static final AttributeValue ONE = Notation.value("1");
    private static final AttributeValue TWO = Notation.value("2");

    private static final IndexKeySchema SCHEMA =
            new IndexKeySchema(List.of(key("p"), key("q")), List.of(key("r"), key("s"), key("t")));

    @Test
    void eachPartitionAttributeGivesAValueInTheOrderOfTheSchema() {
        assertThat(resolve("q = :v AND p = :w", VALUES))
                .isEqualTo(new KeyCondition(List.of(TWO, ONE), List.of(), null));
    }

    @Test
    void sortAttributesMayBeWrittenInAnyOrder() {
        assertThat(resolve("s > :w AND q = :v AND r = :w AND p = :v", VALUES))
                .isEqualTo(
                        new KeyCondition(
                                List.of(ONE, ONE),
                                List.of(TWO),
                                new SortKeyCondition.GreaterThan(TWO)));
    }

    @Test
    void allSortAttributesMayEqualAValue() {
        assertThat(resolve("p = :v AND q = :v AND r = :v AND s = :v AND t = :w", VALUES))
                .isEqualTo(
                        new KeyCondition(
                                List.of(ONE, ONE),
                                List.of(ONE, ONE),
                                new SortKeyCondition.EqualTo(TWO)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    p = :v                                  | Query condition missed key schema element: q
                    p = :v AND q = :v AND s = :v            | RANGE key attributes r must have equality conditions specified in the query because a condition is present on key attribute s
                    p = :v AND q = :v AND r = :v AND t = :v | RANGE key attributes s must have equality conditions specified in the query because a condition is present on key attribute t
                    p = :v AND q = :v AND t = :v            | RANGE key attributes r, s must have equality conditions specified in the query because a condition is present on key attribute t
                    p = :v AND q = :v AND x = :v            | Query condition missed key schema element: r
                    p = :v AND q > :v                       | Query key condition not supported
                     p = :v AND q = :v AND r > :v AND s = :v | RANGE key attributes r must have equality conditions specified in the query because a condition is present on key attribute s
                     p = :v AND q = :v AND r = :v AND s = :v AND t = :v AND x = :v | The number of query conditions (6) exceeds the number of key attributes defined in the schema (5)
                    """)
    void schemaOfSeveralAttributesRefuses(String text, String message) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> resolve(text, ":v: 1"))
                .withMessage(message);
    }

    @Test
    void indexWithOneAttributeOfEachKindTakesTwoConditions() {
        IndexKeySchema single = new IndexKeySchema(List.of(key("p")), List.of(key("r")));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> parse("p = :v AND r = :v AND s = :v", ":v: 1").resolve(single))
                .withMessage(
                        "The number of query conditions (3) exceeds the number of key attributes"
                                + " defined in the schema (2)");
    }

    private static KeyCondition resolve(String text, String attributes) {
        return parse(text, attributes).resolve(SCHEMA);
    }

    private static KeyConditionExpression parse(String text, String attributes) {
        RequestExpressions expressions = Given.expressions(attributes);
        KeyConditionExpression expression = expressions.keyCondition(text);
        expressions.requireAllUsed();
        return expression;
    }

    private static KeyAttribute key(String name) {
        return new KeyAttribute(name, ScalarType.N);
    }
}
