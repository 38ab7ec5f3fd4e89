package dev.millrace.expression.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.Condition;
import dev.millrace.expression.ExpressionParser;
import dev.millrace.expression.notation.Notation;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Objects;

/// What conditions of statements say of items (dynamodb-api reference, section 12).
class StatementConditionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # comparisons, with literals and parameters
                    a = 5                        |           | a: 5                | true
                    a = 5.0                      |           | a: 5                | true
                    a = -5                       |           | a: -5               | true
                    a = '5'                      |           | a: 5                | false
                    a = 'it''s'                  |           | a: 'x'              | false
                    5 = a                        |           | a: 5                | true
                    a <> 5                       |           | a: 6                | true
                    a != 5                       |           | a: 5                | false
                    a >= ?                       | [5]       | a: 5                | true
                    a = ? AND b = ?              | [1, 2]    | a: 1, b: 2          | true
                    a = true                     |           | a: true             | true
                    a = null                     |           | a: null             | true
                    a = NULL                     |           |                     | false
                    a = [1, 'x']                 |           | a: [1, 'x']         | true
                    a = {'k': 1}                 |           | a: {k: 1}           | true
                    a = <<2, 1>>                 |           | a: <1, 2>           | true
                    a = <<'b', 'a'>>             |           | a: <'a', 'b'>       | true
                    # paths
                    "a" = 1                      |           | a: 1                | true
                    a.b[1].c = 1                 |           | a: {b: [0, {c: 1}]} | true
                    a['b'] = 1                   |           | a: {b: 1}           | true
                    A = 1                        |           | a: 1                | false
                    # precedence
                    a = 1 OR a = 2 AND b = 3     |           | a: 1                | true
                    (a = 1 OR a = 2) AND b = 3   |           | a: 1                | false
                    NOT a = 1 AND b = 2          |           | a: 3, b: 2          | true
                    NOT (a = 1 AND b = 2)        |           | a: 1, b: 3          | true
                    a BETWEEN 1 AND 3 AND b = 1  |           | a: 3, b: 1          | true
                    a NOT BETWEEN 1 AND 3        |           | a: 4                | true
                    a NOT IN (1, 2)              |           | a: 3                | true
                    # several candidates
                    a IN [1, 2]                  |           | a: 2                | true
                    a IN (1, 2)                  |           | a: 2                | true
                    a IN (2)                     |           | a: 2                | true
                    a IN <<1, 2>>                |           | a: 3                | false
                    # missing and null are two things
                    a IS MISSING                 |           |                     | true
                    a IS MISSING                 |           | a: null             | false
                    a IS NOT MISSING             |           | a: null             | true
                    a IS NULL                    |           | a: null             | true
                    a IS NULL                    |           |                     | false
                    a IS NOT NULL                |           | a: 1                | true
                    a.b IS MISSING               |           | a: {c: 1}           | true
                    # types
                    a IS STRING                  |           | a: 'x'              | true
                    a IS INT                     |           | a: 1.5              | true
                    a IS LIST                    |           | a: {b: 1}           | false
                    a IS STRUCT                  |           | a: {b: 1}           | true
                    a IS BAG                     |           | a: <1>              | true
                    a IS BLOB                    |           | a: x01              | true
                    # functions
                    begins_with(a, 'x')          |           | a: 'xy'             | true
                    contains(a, 'y')             |           | a: <'x', 'y'>       | true
                    attribute_type(a, 'SS')      |           | a: <'x'>            | true
                    attribute_exists(a)          |           | a: 1                | true
                    attribute_not_exists(a.b)    |           | a: 1                | true
                    size(a) > 1                  |           | a: 'xy'             | true
                    SIZE(a) = 0                  |           | a: []               | true
                    # conditions are values too
                    (a = 1) = true               |           | a: 1                | true
                    contains(a, 'x') = false     |           | a: 'y'              | true
                    (a = 1) = (b = 2)            |           | a: 0, b: 0          | true
                    """)
    void conditionSaysOfTheItem(
            String condition, @Nullable String parameters, @Nullable String item, boolean holds) {
        assertThat(condition(condition, parameters).test(Notation.item(item)))
                .as("%s of {%s}", condition, item)
                .isEqualTo(holds);
    }

    private static Condition condition(String text, @Nullable String parameters) {
        BoundStatement statement =
                StatementReader.read(
                        new ExpressionParser(),
                        "SELECT * FROM t WHERE " + text,
                        values(parameters));
        BoundStatement.Select select = (BoundStatement.Select) statement;
        return Condition.of(Objects.requireNonNull(select.where()));
    }

    private static List<AttributeValue> values(@Nullable String list) {
        return list == null ? List.of() : ((AttributeValue.L) Notation.value(list)).elements();
    }
}
