package dev.millrace.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.expression.notation.Notation;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Key conditions (dynamodb-api reference, section 7.4; the texts beyond it are those of dynalite's
/// tests, which were run against AWS).
class KeyConditionExpressionTest {
    private static final AttributeValue P = Notation.value("'p'");
    private static final AttributeValue ONE = Notation.value("1");
    private static final AttributeValue TWO = Notation.value("2");
    private static final String VALUES = ":p: 'p', :v: 1, :w: 2";

    private static final KeySchema SIMPLE =
            new KeySchema(new KeyAttribute("pk", ScalarType.S), null);
    private static final KeySchema COMPOSITE =
            new KeySchema(
                    new KeyAttribute("pk", ScalarType.S), new KeyAttribute("sk", ScalarType.N));

    @Test
    void partitionKeyAloneIsACondition() {
        assertThat(resolve("pk = :p", ":p: 'p'", SIMPLE)).isEqualTo(new KeyCondition(P, null));
        assertThat(resolve("(:p = pk)", ":p: 'p'", COMPOSITE)).isEqualTo(new KeyCondition(P, null));
    }

    @Test
    void everySignHasItsSortKeyCondition() {
        assertThat(sort("pk = :p AND sk = :v")).isEqualTo(new SortKeyCondition.EqualTo(ONE));
        assertThat(sort("pk = :p AND sk < :v")).isEqualTo(new SortKeyCondition.LessThan(ONE));
        assertThat(sort("pk = :p AND sk <= :v")).isEqualTo(new SortKeyCondition.LessOrEqual(ONE));
        assertThat(sort("pk = :p AND sk > :v")).isEqualTo(new SortKeyCondition.GreaterThan(ONE));
        assertThat(sort("pk = :p AND sk >= :v"))
                .isEqualTo(new SortKeyCondition.GreaterOrEqual(ONE));
    }

    @Test
    void operandsMayStandTheOtherWayRound() {
        assertThat(sort("(:v < sk) AND (:p = pk)"))
                .isEqualTo(new SortKeyCondition.GreaterThan(ONE));
        assertThat(sort(":v >= sk and pk = :p")).isEqualTo(new SortKeyCondition.LessOrEqual(ONE));
    }

    @Test
    void sortKeyMayLieBetweenBounds() {
        assertThat(resolve("sk BETWEEN :v AND :w AND pk = :p", VALUES, COMPOSITE).sort())
                .isEqualTo(new SortKeyCondition.Between(ONE, TWO));
    }

    @Test
    void sortKeyMayHaveAPrefix() {
        KeySchema strings =
                new KeySchema(
                        new KeyAttribute("pk", ScalarType.S), new KeyAttribute("sk", ScalarType.S));

        assertThat(resolve("pk = :p AND begins_with(sk, :p)", ":p: 'p'", strings).sort())
                .isEqualTo(new SortKeyCondition.BeginsWith(P));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    a > b and size(b) > c or a > c       | | Invalid operator used in KeyConditionExpression: OR
                    a in (b, size(c), d)                 | | Invalid operator used in KeyConditionExpression: IN
                    attribute_exists(a)                  | | Invalid operator used in KeyConditionExpression: attribute_exists
                    attribute_not_exists(a)              | | Invalid operator used in KeyConditionExpression: attribute_not_exists
                    contains(a.d, b)                     | | Invalid operator used in KeyConditionExpression: contains
                    attribute_type(a, :v)                | :v: 'S' | Invalid operator used in KeyConditionExpression: attribute_type
                    not a > b                            | | Invalid operator used in KeyConditionExpression: NOT
                    a <> b                               | | Invalid operator used in KeyConditionExpression: <>
                    :v between size(b) and size(a) and b > :v | :v: 1 | Invalid condition in KeyConditionExpression: BETWEEN operator must have the key attribute as its first operand
                    begins_with(:v, b) and a > :v        | :v: 'x' | Invalid condition in KeyConditionExpression: begins_with operator must have the key attribute as its first operand
                    size(b) > a AND a.b > b AND b > c    | | KeyConditionExpressions cannot contain nested operations
                    a > size(b.d)                        | | KeyConditionExpressions cannot contain nested operations
                    a between size(b) and size(a)        | | KeyConditionExpressions cannot contain nested operations
                    b > a.b                              | | Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition
                    b between c[1] and d                 | | Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition
                    a between b and size(a)              | | Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition
                    begins_with(a, b)                    | | Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition
                    a.d > c                              | | KeyConditionExpressions cannot have conditions on nested attributes
                    b[0] > a                             | | KeyConditionExpressions cannot have conditions on nested attributes
                    :v > :w AND a < :v                   | :v: 1, :w: 2 | Invalid condition in KeyConditionExpression: No key attribute specified
                    b > :v AND b < :v and c = :v and d = :v | :v: 1 | Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key
                    (a > :v and b > :v) and (b > :v and c > :v) | :v: 1 | Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key
                    """)
    void expressionWithoutTheFormOfAKeyConditionIsRefusedBeforeTheTableIsKnown(
            String text, @Nullable String attributes, String message) {
        RequestExpressions expressions = Given.expressions(attributes);
        expressions.keyCondition(text);

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(expressions::requireAllUsed)
                .withMessage(message);
    }

    @Test
    void formIsCheckedAfterFilterAndProjection() {
        RequestExpressions expressions = Given.expressions(null);
        expressions.keyCondition("attribute_exists(a)");

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> expressions.filter(""))
                .withMessage("Invalid FilterExpression: The expression can not be empty;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    sk = :v                  | :v: 1          | Query condition missed key schema element: pk
                    attr1 = :v               | :v: 1          | Query condition missed key schema element: pk
                    pk = :p AND attr1 = :v   | :p: 'p', :v: 1 | Query condition missed key schema element: sk
                    pk > :p                  | :p: 'p'        | Query key condition not supported
                    pk > :p AND sk = :v      | :p: 'p', :v: 1 | Query key condition not supported
                    begins_with(pk, :p)      | :p: 'p'        | Query key condition not supported
                    pk = :v                  | :v: 1          | One or more parameter values were invalid: Condition parameter type does not match schema type
                    pk = :p AND sk = :p      | :p: 'p'        | One or more parameter values were invalid: Condition parameter type does not match schema type
                    pk = :p                  | :p: ''         | One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk
                    """)
    void keySchemaRefuses(String text, String attributes, String message) {
        KeyConditionExpression expression = parse(text, attributes);

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> expression.resolve(IndexKeySchema.of(COMPOSITE)))
                .withMessage(message);
    }

    @Test
    void conditionOnASecondAttributeNeedsASortKey() {
        KeyConditionExpression expression = parse("pk = :p AND sk = :v", ":p: 'p', :v: 1");

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> expression.resolve(IndexKeySchema.of(SIMPLE)))
                .withMessage("Query key condition not supported");
    }

    @Test
    void faultsOfTheExpressionNameIt() {
        RequestExpressions expressions = Given.expressions(":v: 1, :w: 2");

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> expressions.keyCondition("a between :w and :v"))
                .withMessage(
                        "Invalid KeyConditionExpression: The BETWEEN operator requires upper bound"
                            + " to be greater than or equal to lower bound; lower bound operand:"
                            + " AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}");
    }

    private static @Nullable SortKeyCondition sort(String text) {
        return resolve(text, ":p: 'p', :v: 1", COMPOSITE).sort();
    }

    private static KeyCondition resolve(String text, String attributes, KeySchema schema) {
        return parse(text, attributes).resolve(IndexKeySchema.of(schema));
    }

    private static KeyConditionExpression parse(String text, String attributes) {
        RequestExpressions expressions = Given.expressions(attributes);
        KeyConditionExpression expression = expressions.keyCondition(text);
        expressions.requireAllUsed();
        return expression;
    }
}
