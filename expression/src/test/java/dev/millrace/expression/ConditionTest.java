package dev.millrace.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.notation.Notation;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What conditions say of items (dynamodb-api reference, section 7.1).
class ConditionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # equality is by type and value
                    a = :v            | :v: 5             | a: 5                | true
                    a = :v            | :v: 5.00          | a: 5                | true
                    a = :v            | :v: 5             | a: '5'              | false
                    a <> :v           | :v: 5             | a: '5'              | true
                    a = :v            | :v: 12345678901234567890123456789012345678 | a: 12345678901234567890123456789012345679 | false
                    a = :v            | :v: <'b', 'a'>    | a: <'a', 'b'>       | true
                    a = :v            | :v: <2, 1.0>      | a: <1, 2>           | true
                    a = :v            | :v: <x02, x01>    | a: <x01, x02>       | true
                    a = :v            | :v: <'a'>         | a: <'a', 'b'>       | false
                    a = :v            | :v: [1, 2]        | a: [1, 2]           | true
                    a = :v            | :v: [2, 1]        | a: [1, 2]           | false
                    a = :v            | :v: {p: 1, q: 2}  | a: {q: 2, p: 1}     | true
                    a = :v            | :v: {p: 1}        | a: {p: 1, q: 2}     | false
                    a = :v            | :v: null          | a: null             | true
                    a = :v            | :v: true          | a: false            | false
                    a = b             |                   | a: 1, b: 1          | true
                    a = b             |                   | a: 1, b: 2          | false
                    # a missing attribute is unequal to everything and has no order
                    a = :v            | :v: 5             |                     | false
                    a <> :v           | :v: 5             |                     | true
                    a <> b            |                   |                     | true
                    a < :v            | :v: 5             |                     | false
                    NOT a < :v        | :v: 5             |                     | true
                    a BETWEEN :v AND :w | :v: 1, :w: 2    |                     | false
                    a IN (:v)         | :v: 1             |                     | false
                    contains(a, :v)   | :v: 1             |                     | false
                    begins_with(a, :v) | :v: 'a'          |                     | false
                    attribute_type(a, :v) | :v: 'NULL'    |                     | false
                    # order
                    a < :v            | :v: 10            | a: 9                | true
                    a < :v            | :v: '10'          | a: '9'              | false
                    a <= :v           | :v: 9.0           | a: 9                | true
                    a > :v            | :v: -1            | a: 0                | true
                    a >= :v           | :v: x7F           | a: x80              | true
                    a > :v            | :v: x80           | a: x7FFF            | false
                    a < :v            | :v: 5             | a: '4'              | false
                    a < b             |                   | a: true, b: true    | false
                    a <= b            |                   | a: [1], b: [1]      | false
                    a > :v            | :v: '\uFFFD'      | a: '\uD83D\uDE00'   | true
                    :v < a            | :v: 5             | a: 6                | true
                    # between and in
                    a BETWEEN :v AND :w | :v: 1, :w: 3    | a: 1                | true
                    a BETWEEN :v AND :w | :v: 1, :w: 3    | a: 3                | true
                    a BETWEEN :v AND :w | :v: 1, :w: 3    | a: 3.01             | false
                    a BETWEEN :v AND :w | :v: 1, :w: 3    | a: '2'              | false
                    :v BETWEEN a AND b | :v: 2            | a: 1, b: 3          | true
                    :v BETWEEN a AND b | :v: 2            | a: 3, b: 1          | false
                    (a) between (b) and (c) |             | a: 2, b: 1, c: 3    | true
                    a IN (:v, :w)     | :v: 1, :w: 'x'    | a: 'x'              | true
                    a IN (:v, :w)     | :v: 1, :w: 'x'    | a: 2                | false
                    a IN (b, :v)      | :v: 1             | a: [7], b: [7]      | true
                    :v in (a, b)      | :v: 1             | b: 1                | true
                    # functions
                    attribute_exists(a)     |             | a: null             | true
                    attribute_exists(a)     |             | b: 1                | false
                    attribute_not_exists(a) |             | b: 1                | true
                    attribute_exists(a.b[1].c) |          | a: {b: [0, {c: 1}]} | true
                    attribute_exists(a.b[2])   |          | a: {b: [0, {c: 1}]} | false
                    attribute_exists(a.b)      |          | a: [1]              | false
                    attribute_exists(a[0])     |          | a: {b: 1}           | false
                    attribute_type(a, :v)   | :v: 'S'     | a: ''               | true
                    attribute_type(a, :v)   | :v: 'BOOL'  | a: true             | true
                    attribute_type(a, :v)   | :v: 'NULL'  | a: null             | true
                    attribute_type(a, :v)   | :v: 'NS'    | a: <1>              | true
                    attribute_type(a, :v)   | :v: 'M'     | a: [1]              | false
                    begins_with(a, :v)      | :v: 'ab'    | a: 'abc'            | true
                    begins_with(a, :v)      | :v: 'abc'   | a: 'ab'             | false
                    begins_with(a, :v)      | :v: ''      | a: 'ab'             | true
                    begins_with(a, :v)      | :v: x01     | a: x0102            | true
                    begins_with(a, :v)      | :v: 'a'     | a: x61              | false
                    begins_with(:v, a)      | :v: 'abc'   | a: 'ab'             | true
                    contains(a, :v)         | :v: 'bc'    | a: 'abcd'           | true
                    contains(a, :v)         | :v: 'bd'    | a: 'abcd'           | false
                    contains(a, :v)         | :v: x0203   | a: x01020304        | true
                    contains(a, :v)         | :v: x0303   | a: x01020304        | false
                    contains(a, :v)         | :v: 'b'     | a: <'a', 'b'>       | true
                    contains(a, :v)         | :v: 'c'     | a: <'a', 'bc'>      | false
                    contains(a, :v)         | :v: 1.0     | a: <1, 2>           | true
                    contains(a, :v)         | :v: x02     | a: <x02>            | true
                    contains(a, :v)         | :v: 1       | a: <'1'>            | false
                    contains(a, :v)         | :v: {k: 1}  | a: [0, {k: 1}]      | true
                    contains(a, :v)         | :v: <1>     | a: <1, 2>           | false
                    contains(a, :v)         | :v: 'k'     | a: {k: 1}           | false
                    contains(a, :v)         | :v: 1       | a: 11               | false
                    contains(a, b)          |             | a: 'xyz', b: 'y'    | true
                    # size
                    size(a) = :v      | :v: 3             | a: 'abc'            | true
                    size(a) = :v      | :v: 2             | a: '\uD83D\uDE00'   | true
                    size(a) = :v      | :v: 2             | a: x0102            | true
                    size(a) = :v      | :v: 2             | a: <1, 2>           | true
                    size(a) = :v      | :v: 0             | a: []               | true
                    size(a) >= :v     | :v: 1             | a: {p: 1, q: 2}     | true
                    size(a) < :v      | :v: 9             | a: 5                | false
                    size(a) <> :v     | :v: 9             | a: 5                | false
                    size(a) <> :v     | :v: 9             |                     | false
                    size(a) < :v      | :v: 9             | a: true             | false
                    size(:v) = a      | :v: 'abc'         | a: 3                | true
                    size(a) BETWEEN :v AND :w | :v: 1, :w: 2 | a: 'xy'          | true
                    size(a) IN (:v, size(b)) | :v: 9      | a: 'xy', b: [1, 2]  | true
                    # logic and precedence
                    a = :v AND b = :w | :v: 1, :w: 2      | a: 1, b: 2          | true
                    a = :v AND b = :w | :v: 1, :w: 2      | a: 1, b: 3          | false
                    a = :v OR b = :w  | :v: 1, :w: 2      | b: 2                | true
                    a = :v OR b = :w AND c = :v | :v: 1, :w: 2 | a: 1           | true
                    (a = :v OR b = :w) AND c = :v | :v: 1, :w: 2 | a: 1         | false
                    NOT a = :v AND b = :v | :v: 1         | b: 1                | true
                    NOT (a = :v AND b = :v) | :v: 1       | a: 1, b: 1          | false
                    not not a = :v    | :v: 1             | a: 1                | true
                    NoT a = :v oR a = :v aNd a = :v | :v: 1 | a: 1              | true
                    ((a = :v) AND b = :v) | :v: 1         | a: 1, b: 1          | true
                    # names
                    #n = :v           | #n: 'size', :v: 1 | size: 1             | true
                    #n = :v           | #n: 'a.b', :v: 1  | a.b: 1              | true
                    #n = :v           | #n: 'a.b', :v: 1  | a: {b: 1}           | false
                    #1.#_[0] = :0     | #1: 'a', #_: 'b', :0: 1 | a: {b: [1]}   | true
                    a . b [ 0 ] = :v  | :v: 1             | a: {b: [1]}         | true
                    (a.b)[0] = :v     | :v: 1             | a: {b: [1]}         | true
                    _a1 = :v          | :v: 1             | _a1: 1              | true
                    """)
    void conditionHoldsExactlyWhere(
            String text, @Nullable String attributes, @Nullable String item, boolean expected) {
        Condition condition = Given.condition(text, attributes);

        assertThat(condition.test(Notation.item(item))).isEqualTo(expected);
    }

    @Test
    void noItemIsAnItemWithoutAttributes() {
        Condition exists = Given.condition("attribute_exists(pk)", null);
        Condition notExists = Given.condition("attribute_not_exists(pk)", null);

        assertThat(exists.test(null)).isFalse();
        assertThat(notExists.test(null)).isTrue();
    }

    @Test
    void alwaysHoldsOfAnyItemAndOfNone() {
        assertThat(Condition.ALWAYS.test(null)).isTrue();
        assertThat(Condition.ALWAYS.test(Notation.item("a: 1"))).isTrue();
    }

    @Test
    void expressionThatIsNotGivenAlwaysHolds() {
        assertThat(Given.expressions(null).condition(null)).isSameAs(Condition.ALWAYS);
        assertThat(Given.expressions(null).filter(null)).isSameAs(Condition.ALWAYS);
    }

    @Test
    void attributeNamesAreThoseAtTheTopOfEveryPath() {
        Condition condition =
                Given.filter(
                        "a.x = :v AND (NOT b[1] IN (c, size(#d)) OR e BETWEEN f AND g)"
                                + " AND attribute_exists(h) AND attribute_not_exists(i)"
                                + " AND attribute_type(j, :s) AND begins_with(k, l)"
                                + " AND contains(m, n)",
                        ":v: 1, :s: 'S', #d: 'data'");

        assertThat(condition.attributeNames())
                .containsExactly(
                        "a", "b", "c", "data", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n");
    }
}
