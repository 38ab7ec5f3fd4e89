package dev.millrace.expression.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.Condition;
import dev.millrace.expression.LegacyParameters;
import dev.millrace.expression.notation.Notation;
import dev.millrace.model.request.ConditionalOperator;
import dev.millrace.model.request.ExpectedAttributeValue;
import dev.millrace.model.request.LegacyOperator;
import dev.millrace.model.request.LegacyWrite;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// What `Expected` says of items, and what is wrong with it: the dynamodb-api reference, section 8,
/// with the texts of dynalite's tests, which were run against AWS.
class ExpectedConditionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1   |       |         |      | a: 1      | true
                    1   | true  |         |      | a: 1      | true
                    1   |       |         |      | a: 2      | false
                    1   |       |         |      | b: 1      | false
                    <1> |       |         |      | a: <1>    | true
                        | false |         |      | b: 1      | true
                        | false |         |      | a: null   | false
                        | false |         |      |           | true
                        |       | NULL    |      | b: 1      | true
                        |       | NULL    |      | a: 1      | false
                        |       | NOT_NULL |     | a: 1      | true
                        |       | EQ      | 1    | a: 1      | true
                    1   |       | EQ      |      | a: 1      | true
                    1   |       | NE      |      |           | true
                        |       | BETWEEN | 1; 3 | a: 2      | true
                        |       | IN      | 1; 3 | a: 2      | false
                    """)
    void entrySaysOfTheItem(
            @Nullable String value,
            @Nullable Boolean exists,
            @Nullable LegacyOperator operator,
            @Nullable String values,
            @Nullable String item,
            boolean holds) {
        Item before = item == null ? null : Notation.item(item);

        assertThat(expected(entry(value, exists, operator, values)).test(before)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                      |       |    |   | Value must be provided when Exists is null for Attribute: a
                      | true  |    |   | Value must be provided when Exists is true for Attribute: a
                    1 | false |    |   | Value cannot be used when Exists is false for Attribute: a
                    1 |       | EQ | 1 | Value and AttributeValueList cannot be used together for Attribute: a
                    1 |       |    | 1 | Value and AttributeValueList cannot be used together for Attribute: a
                    1 | true  | EQ |   | Exists and ComparisonOperator cannot be used together for Attribute: a
                      | false | EQ | 1 | Exists and ComparisonOperator cannot be used together for Attribute: a
                      |       | EQ |   | Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: a
                      |       | IN |   | Value or AttributeValueList must be used with ComparisonOperator: IN for Attribute: a
                      |       |    | 1 | AttributeValueList can only be used with a ComparisonOperator for Attribute: a
                    1 |       | NULL |  | Invalid number of argument(s) for the NULL ComparisonOperator
                      |       | BETWEEN | 1 | Invalid number of argument(s) for the BETWEEN ComparisonOperator
                      |       | IN | 1; 'b' | AttributeValues inside AttributeValueList must be of same type
                      |       | LT | true | ComparisonOperator LT is not valid for BOOL AttributeValue type
                    """)
    void whatDoesNotGoTogetherIsRefused(
            @Nullable String value,
            @Nullable Boolean exists,
            @Nullable LegacyOperator operator,
            @Nullable String values,
            String fault) {
        assertThat(Given.faultOf(() -> expected(entry(value, exists, operator, values))))
                .isEqualTo(
                        "1 validation error detected: One or more parameter values were invalid: "
                                + fault);
    }

    @Test
    void anyEntryIsEnoughWhenJoinedWithOr() {
        Map<String, ExpectedAttributeValue> both = new LinkedHashMap<>();
        both.put("a", entry("1", null, null, null));
        both.put("b", entry(null, false, null, null));
        LegacyWrite write = new LegacyWrite(both, ConditionalOperator.OR);

        Condition condition = Objects.requireNonNull(LegacyParameters.OF_WRITE.condition(write));

        assertThat(condition.test(Notation.item("a: 2"))).isTrue();
        assertThat(condition.test(Notation.item("a: 2, b: 1"))).isFalse();
    }

    @Test
    void nothingExpectedHoldsOfNoItemToo() {
        Condition condition =
                Objects.requireNonNull(
                        LegacyParameters.OF_WRITE.condition(new LegacyWrite(Map.of(), null)));

        assertThat(condition.test(null)).isTrue();
    }

    private static Condition expected(ExpectedAttributeValue entry) {
        return Objects.requireNonNull(
                LegacyParameters.OF_WRITE.condition(new LegacyWrite(Map.of("a", entry), null)));
    }

    private static ExpectedAttributeValue entry(
            @Nullable String value,
            @Nullable Boolean exists,
            @Nullable LegacyOperator operator,
            @Nullable String values) {
        return new ExpectedAttributeValue(
                value == null ? null : Notation.value(value),
                exists,
                operator,
                values == null ? null : Given.values(values));
    }
}
