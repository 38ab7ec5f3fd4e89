package dev.millrace.expression.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.LegacyParameters;
import dev.millrace.model.request.LegacyRead;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

/// What is wrong with the values of legacy conditions, in AWS's words. The texts are those of
/// dynalite's tests, which were run against AWS.
class LegacyOperandsTest {
    private static final String INVALID = "One or more parameter values were invalid: ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    EQ           |
                    EQ           | 1; 1
                    NE           |
                    LE           | 1; 1
                    LT           |
                    GE           | 'a'; 'b'
                    GT           |
                    CONTAINS     | 'a'; 'a'
                    NOT_CONTAINS |
                    BEGINS_WITH  | 'a'; 'a'
                    IN           |
                    NULL         | 1
                    NOT_NULL     | 'a'
                    BETWEEN      | 1
                    BETWEEN      | 1; 2; 3
                    """)
    void numberOfValuesIsRefused(String operator, @Nullable String values) {
        assertThat(fault(operator, values))
                .isEqualTo(
                        INVALID
                                + "Invalid number of argument(s) for the "
                                + operator
                                + " ComparisonOperator");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    LE           | <'a'>    | SS
                    LT           | <1>      | NS
                    GE           | <x01>    | BS
                    GT           | true     | BOOL
                    LE           | null     | NULL
                    LE           | [1]      | L
                    LE           | {k: 1}   | M
                    IN           | true     | BOOL
                    IN           | <1>      | NS
                    CONTAINS     | <'a'>    | SS
                    CONTAINS     | [1]      | L
                    NOT_CONTAINS | {k: 1}   | M
                    BEGINS_WITH  | 1        | N
                    BEGINS_WITH  | null     | NULL
                    BETWEEN      | true; true | BOOL
                    BETWEEN      | [1]; [2] | L
                    """)
    void typeOfValuesIsRefused(String operator, String values, String type) {
        assertThat(fault(operator, values))
                .isEqualTo(
                        INVALID
                                + "ComparisonOperator "
                                + operator
                                + " is not valid for "
                                + type
                                + " AttributeValue type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    IN      | 'b'; 1
                    BETWEEN | 1; '2'
                    """)
    void valuesAreOfOneType(String operator, String values) {
        assertThat(fault(operator, values))
                .isEqualTo(
                        INVALID + "AttributeValues inside AttributeValueList must be of same type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    BETWEEN | 'b'; 'a'
                    BETWEEN | 10; 9
                    BETWEEN | x02; x01
                    """)
    void boundsAreInOrder(String operator, String values) {
        assertThat(fault(operator, values))
                .isEqualTo(
                        "The BETWEEN condition was provided a range where the lower bound is"
                                + " greater than the upper bound");
    }

    private static String fault(String operator, @Nullable String values) {
        LegacyRead read =
                new LegacyRead(null, Map.of("a", Given.condition(operator, values)), null, null);
        return Given.faultOf(() -> LegacyParameters.OF_READ.filter(read));
    }
}
