package dev.millrace.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.expression.notation.Notation;
import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Objects;

/// What projections cut out of items (dynamodb-api reference, section 7.3).
class ProjectionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    a                   |            | a: 1, b: 2                       | a: 1
                    a, c                |            | a: 1, b: 2                       | a: 1
                    c                   |            | a: 1                             |
                    a.b                 |            | a: {b: 1, c: 2}, d: 3            | a: {b: 1}
                    a.b, a.c.d          |            | a: {b: 1, c: {d: 2, e: 3}, f: 4} | a: {b: 1, c: {d: 2}}
                    a.x                 |            | a: {b: 1}                        |
                    a.x.y, b            |            | a: {b: 1}, b: 2                  | b: 2
                    a[1]                |            | a: [1, 2, 3]                     | a: [2]
                    a[2], a[0]          |            | a: [1, 2, 3]                     | a: [1, 3]
                    a[9], a[0]          |            | a: [1, 2, 3]                     | a: [1]
                    a[9]                |            | a: [1, 2, 3]                     |
                    a[1].b, a[0], a[1].c |           | a: [1, {b: 2, c: 3, d: 4}]       | a: [1, {b: 2, c: 3}]
                    a[0][1]             |            | a: [[1, 2], 3]                   | a: [[2]]
                    a.b                 |            | a: [1]                           |
                    a[0]                |            | a: {b: 1}                        |
                    a[0]                |            | a: <1>                           |
                    #n                  | #n: 'a.b'  | a.b: 1, a: {b: 2}                | a.b: 1
                    #n.#n               | #n: 'name' | name: {name: 1, x: 2}            | name: {name: 1}
                    a.b                 |            | a: {b: {}}                       | a: {b: {}}
                    a                   |            | a: []                            | a: []
                    """)
    void projectionCutsOut(
            String text, @Nullable String attributes, String item, @Nullable String expected) {
        Projection projection = projection(text, attributes);

        assertThat(projection.apply(Notation.item(item))).isEqualTo(Notation.item(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                  | The expression can not be empty;
                    a,                  | Syntax error; token: "<EOF>", near: ","
                    a b                 | Syntax error; token: "b", near: "a b"
                    :v                  | Syntax error; token: ":v", near: ":v"
                    (a)                 | Syntax error; token: "(", near: "(a"
                    !!! INVALID !!!     | Syntax error; token: "!", near: "!!"
                    a, Count            | Attribute name is a reserved keyword; reserved keyword: Count
                    #a, size            | Attribute name is a reserved keyword; reserved keyword: size
                    #a, b, b            | An expression attribute name used in the document path is not defined; attribute name: #a
                    a, a                | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]
                    a.b, a              | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a]
                    a[0], b, a[0].c     | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, [0]], path two: [a, [0], c]
                    a.b, a[1]           | Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [1]]
                    a.b, a[1], c, c     | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [c], path two: [c]
                    """)
    void projectionIsRefused(String text, String reason) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> projection(text, null))
                .withMessage("Invalid ProjectionExpression: " + reason);
    }

    @Test
    void twoPlaceholdersForOneNameOverlap() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> projection("#a, #b", "#a: 'x', #b: 'x'"))
                .withMessageEndingWith("path one: [x], path two: [x]");
    }

    @Test
    void projectionThatIsNotGivenIsNone() {
        assertThat(Given.expressions(null).projection(null)).isNull();
    }

    @Test
    void attributeNamesAreThoseAtTheTopOfThePaths() {
        assertThat(projection("b.c, a[1], b.d", null).attributeNames()).containsExactly("b", "a");
    }

    private static Projection projection(String text, @Nullable String attributes) {
        RequestExpressions expressions = Given.expressions(attributes);
        Projection projection = Objects.requireNonNull(expressions.projection(text));
        expressions.requireAllUsed();
        return projection;
    }
}
