package dev.millrace.expression.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.KeyCondition;
import dev.millrace.expression.KeyConditionExpression;
import dev.millrace.expression.LegacyParameters;
import dev.millrace.expression.SortKeyCondition;
import dev.millrace.expression.notation.Notation;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.LegacyCondition;
import dev.millrace.model.request.LegacyRead;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// `KeyConditions` and what is wrong with them: the dynamodb-api reference, section 8, with the
/// texts of dynalite's tests, which were run against AWS.
class KeyConditionsTest {
    private static final IndexKeySchema SEVERAL =
            new IndexKeySchema(
                    List.of(number("p"), number("q")), List.of(number("r"), number("s")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    EQ          | 1    | EqualTo[value=N[value=1]]
                    LT          | 1    | LessThan[value=N[value=1]]
                    LE          | 1    | LessOrEqual[value=N[value=1]]
                    GT          | 1    | GreaterThan[value=N[value=1]]
                    GE          | 1    | GreaterOrEqual[value=N[value=1]]
                    BETWEEN     | 1; 2 | Between[lower=N[value=1], upper=N[value=2]]
                    """)
    void sortKeyIsComparedInAnyOrderOfTheConditions(
            String operator, String values, String condition) {
        Map<String, LegacyCondition> both = new LinkedHashMap<>();
        both.put("sk", Given.condition(operator, values));
        both.put("pk", Given.condition("EQ", "'k'"));

        KeyCondition resolved = keys(both).resolve(IndexKeySchema.of(TestKeys.SORTED));

        assertThat(resolved.partitionValues()).containsExactly(Notation.value("'k'"));
        assertThat(String.valueOf(resolved.sort())).isEqualTo(condition);
    }

    @Test
    void sortKeyMayBeginWithAPrefix() {
        Map<String, LegacyCondition> both = new LinkedHashMap<>();
        both.put("pk", Given.condition("EQ", "'k'"));
        both.put("sk", Given.condition("BEGINS_WITH", "'x'"));

        assertThat(keys(both).resolve(IndexKeySchema.of(TestKeys.SORTED_BY_TEXT)).sort())
                .isEqualTo(new SortKeyCondition.BeginsWith(Notation.value("'x'")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NE", "CONTAINS", "NOT_CONTAINS", "IN", "NULL", "NOT_NULL"})
    void operatorsThatNoKeyCanBeSearchedByAreRefused(String operator) {
        String values = operator.endsWith("NULL") ? null : "'k'";

        assertThat(faultOf("pk", operator, values, TestKeys.SORTED))
                .isEqualTo("Attempted conditional constraint is not an indexable operation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    pk | GT          | 'k'      | Query key condition not supported
                    pk | BETWEEN     | 'a'; 'b' | Query key condition not supported
                    pk | BEGINS_WITH | 'k'      | Query key condition not supported
                    pk | EQ          | 1        | One or more parameter values were invalid: Condition parameter type does not match schema type
                    a  | EQ          | 1        | Query condition missed key schema element: pk
                    sk | EQ          | 1        | Query condition missed key schema element: pk
                    a  | NULL        |          | Query condition missed key schema element: pk
                    """)
    void partitionKeyHasToEqualAValueOfItsType(
            String attribute, String operator, @Nullable String values, String fault) {
        assertThat(faultOf(attribute, operator, values, TestKeys.SORTED)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    sk | NE | 1   | true  | Attempted conditional constraint is not an indexable operation
                    sk | LT | 'x' | true  | One or more parameter values were invalid: Condition parameter type does not match schema type
                    a  | EQ | 1   | true  | Query condition missed key schema element: sk
                    a  | EQ | 1   | false | Query key condition not supported
                    """)
    void secondConditionIsOnTheSortKey(
            String attribute, String operator, String values, boolean sorted, String fault) {
        Map<String, LegacyCondition> both = new LinkedHashMap<>();
        both.put("pk", Given.condition("EQ", "'k'"));
        both.put(attribute, Given.condition(operator, values));
        KeySchema schema = sorted ? TestKeys.SORTED : TestKeys.SIMPLE;

        assertThat(Given.faultOf(() -> keys(both).resolve(IndexKeySchema.of(schema))))
                .isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void oneOrTwoConditionsAreNeeded(int count) {
        Map<String, LegacyCondition> conditions = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            conditions.put("a" + i, Given.condition("EQ", "1"));
        }

        assertThat(Given.faultOf(() -> keys(conditions)))
                .isEqualTo("Conditions can be of length 1 or 2 only");
    }

    @Test
    void wrongNumberOfValuesIsFoundWithoutTheSchema() {
        assertThat(Given.faultOf(() -> keys(Map.of("pk", Given.condition("EQ", null)))))
                .isEqualTo(
                        "One or more parameter values were invalid: Invalid number of argument(s)"
                                + " for the EQ ComparisonOperator");
    }

    @Test
    void keysOfSeveralAttributesAreMatchedInTheOrderOfTheSchema() {
        Map<String, LegacyCondition> conditions = new LinkedHashMap<>();
        conditions.put("r", Given.condition("GT", "2"));
        conditions.put("q", Given.condition("EQ", "1"));
        conditions.put("p", Given.condition("EQ", "2"));

        assertThat(ofIndex(conditions).resolve(SEVERAL))
                .isEqualTo(
                        new KeyCondition(
                                List.of(Notation.value("2"), Notation.value("1")),
                                List.of(),
                                new SortKeyCondition.GreaterThan(Notation.value("2"))));
    }

    @Test
    void gapInASortKeyOfSeveralAttributesIsRefused() {
        Map<String, LegacyCondition> conditions = new LinkedHashMap<>();
        conditions.put("p", Given.condition("EQ", "2"));
        conditions.put("q", Given.condition("EQ", "1"));
        conditions.put("s", Given.condition("EQ", "1"));

        assertThat(Given.faultOf(() -> ofIndex(conditions).resolve(SEVERAL)))
                .isEqualTo(
                        "RANGE key attributes r must have equality conditions specified in the"
                                + " query because a condition is present on key attribute s");
    }

    private static String faultOf(
            String attribute, String operator, @Nullable String values, KeySchema schema) {
        KeyConditionExpression keys = keys(Map.of(attribute, Given.condition(operator, values)));
        return Given.faultOf(() -> keys.resolve(IndexKeySchema.of(schema)));
    }

    private static KeyConditionExpression ofIndex(Map<String, LegacyCondition> conditions) {
        return Objects.requireNonNull(
                LegacyParameters.OF_READ.keyCondition(
                        new LegacyRead(conditions, null, null, null), true));
    }

    private static KeyAttribute number(String name) {
        return new KeyAttribute(name, ScalarType.N);
    }

    private static KeyConditionExpression keys(Map<String, LegacyCondition> conditions) {
        return Objects.requireNonNull(
                LegacyParameters.OF_READ.keyCondition(
                        new LegacyRead(conditions, null, null, null), false));
    }

    /// Key schemas of tables.
    private static final class TestKeys {
        static final KeyAttribute PARTITION = new KeyAttribute("pk", ScalarType.S);
        static final KeySchema SIMPLE = new KeySchema(PARTITION, null);
        static final KeySchema SORTED =
                new KeySchema(PARTITION, new KeyAttribute("sk", ScalarType.N));
        static final KeySchema SORTED_BY_TEXT =
                new KeySchema(PARTITION, new KeyAttribute("sk", ScalarType.S));
    }
}
