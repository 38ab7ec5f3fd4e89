package dev.millrace.expression.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.Condition;
import dev.millrace.expression.LegacyParameters;
import dev.millrace.expression.notation.Notation;
import dev.millrace.model.request.ConditionalOperator;
import dev.millrace.model.request.LegacyCondition;
import dev.millrace.model.request.LegacyRead;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// What the operators of legacy filters say of items: the dynamodb-api reference, section 8, and
/// the operators' pages in the developer guide.
class LegacyConditionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # equality is of all types and by value
                    EQ | 1            | a: 1.0          | true
                    EQ | 1            | a: '1'          | false
                    EQ | 'x'          | a: 'x'          | true
                    EQ | <1, 2>       | a: <2, 1>       | true
                    EQ | [1, 'b']     | a: [1, 'b']     | true
                    EQ | [1, 'b']     | a: ['b', 1]     | false
                    EQ | {k: 1}       | a: {k: 1}       | true
                    EQ | true         | a: true         | true
                    EQ | null         | a: null         | true
                    EQ | null         | b: 1            | false
                    # what is missing or of another type is not equal
                    NE | 1            | a: 1            | false
                    NE | 1            | a: 2            | true
                    NE | 1            | a: '1'          | true
                    NE | 1            | b: 1            | true
                    NE | <1, 2>       | a: <2, 1>       | false
                    # order needs the same type
                    LT | 5            | a: 4            | true
                    LT | 5            | a: 5            | false
                    LT | 5            | a: '4'          | false
                    LT | 5            | b: 4            | false
                    LE | 5            | a: 5            | true
                    LE | 5            | a: 6            | false
                    GT | 'b'          | a: 'c'          | true
                    GT | 'b'          | a: 'b'          | false
                    GE | x02          | a: x02          | true
                    GE | x02          | a: x01FF        | false
                    GE | 1            | a: null         | false
                    BETWEEN | 1; 3    | a: 1            | true
                    BETWEEN | 1; 3    | a: 3            | true
                    BETWEEN | 1; 3    | a: 4            | false
                    BETWEEN | 1; 3    | a: '2'          | false
                    BETWEEN | 1; 3    | b: 2            | false
                    # NULL asks for the attribute, not for its type
                    NULL     |        | b: 1            | true
                    NULL     |        | a: null         | false
                    NULL     |        | a: 1            | false
                    NOT_NULL |        | a: null         | true
                    NOT_NULL |        | a: 1            | true
                    NOT_NULL |        | b: 1            | false
                    # parts of strings and binary values, members, elements
                    CONTAINS | 'ell'  | a: 'hello'      | true
                    CONTAINS | 'lle'  | a: 'hello'      | false
                    CONTAINS | xFF    | a: x00FF01      | true
                    CONTAINS | 'x'    | a: <'x', 'y'>   | true
                    CONTAINS | 2      | a: <1, 2.0>     | true
                    CONTAINS | '2'    | a: <1, 2>       | false
                    CONTAINS | x01    | a: <x01>        | true
                    CONTAINS | 4      | a: [2, 4]       | true
                    CONTAINS | true   | a: [true]       | true
                    CONTAINS | null   | a: [1]          | false
                    CONTAINS | 4      | a: 4            | false
                    CONTAINS | 'k'    | a: {k: 1}       | false
                    CONTAINS | 'x'    | b: 'x'          | false
                    # NOT_CONTAINS is its opposite only where there is the attribute
                    NOT_CONTAINS | 'ell' | a: 'hello'   | false
                    NOT_CONTAINS | 'dog' | a: 'hello'   | true
                    NOT_CONTAINS | 1     | a: 'hello'   | true
                    NOT_CONTAINS | 4     | a: <2, 4>    | false
                    NOT_CONTAINS | 4     | a: [2, 4]    | false
                    NOT_CONTAINS | 5     | a: [2, 4]    | true
                    NOT_CONTAINS | 4     | a: 4         | true
                    NOT_CONTAINS | 1     | b: 1         | false
                    BEGINS_WITH | 'he'   | a: 'hello'   | true
                    BEGINS_WITH | 'lo'   | a: 'hello'   | false
                    BEGINS_WITH | x00    | a: x00FF     | true
                    BEGINS_WITH | 'h'    | a: x68       | false
                    BEGINS_WITH | 'h'    | b: 'h'       | false
                    IN | 1; 2         | a: 2            | true
                    IN | 1; 2         | a: 3            | false
                    IN | 'x'          | a: 'x'          | true
                    IN | 'x'          | b: 'x'          | false
                    """)
    void operatorSaysOfTheItem(
            String operator, @Nullable String values, String item, boolean holds) {
        Condition filter = filter(Map.of("a", Given.condition(operator, values)), null);

        assertThat(filter.test(Notation.item(item))).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    AND | a: 1, b: 2 | true
                    AND | a: 1, b: 3 | false
                    AND | a: 0, b: 3 | false
                    OR  | a: 1, b: 2 | true
                    OR  | a: 1, b: 3 | true
                    OR  | a: 0, b: 3 | false
                        | a: 1, b: 3 | false
                        | a: 1, b: 2 | true
                    """)
    void conditionsAreJoined(@Nullable ConditionalOperator operator, String item, boolean holds) {
        Map<String, LegacyCondition> both = new LinkedHashMap<>();
        both.put("a", Given.condition("EQ", "1"));
        both.put("b", Given.condition("EQ", "2"));

        assertThat(filter(both, operator).test(Notation.item(item))).isEqualTo(holds);
    }

    @Test
    void noConditionsHoldOfEveryItem() {
        assertThat(filter(Map.of(), null).test(Notation.item("a: 1"))).isTrue();
    }

    @Test
    void dotsAreOfTheNameAndLeadNowhere() {
        Condition filter = filter(Map.of("a.b", Given.condition("NOT_NULL", null)), null);

        assertThat(filter.test(Notation.item("a: {b: 1}"))).isFalse();
    }

    @Test
    void aFilterThatIsNotGivenIsNone() {
        assertThat(LegacyParameters.OF_READ.filter(LegacyRead.NONE)).isNull();
    }

    private static Condition filter(
            Map<String, LegacyCondition> conditions, @Nullable ConditionalOperator operator) {
        return Objects.requireNonNull(
                LegacyParameters.OF_READ.filter(new LegacyRead(null, conditions, operator, null)));
    }
}
