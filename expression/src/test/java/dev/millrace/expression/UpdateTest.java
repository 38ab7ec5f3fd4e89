package dev.millrace.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.notation.Notation;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What updates make of items (dynamodb-api reference, section 7.2).
class UpdateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # SET
                    SET a = :v                    | :v: 1        | b: 2                | a: 1, b: 2
                    SET a = :v                    | :v: 1        | a: 'x'              | a: 1
                    set a = b, b = a              |              | a: 1, b: 2          | a: 2, b: 1
                    SET a = a                     |              | a: 1                | a: 1
                    SET a = (b)                   |              | b: 1                | a: 1, b: 1
                    SET a = b.c[1]                |              | b: {c: [1, 2]}      | a: 2, b: {c: [1, 2]}
                    SET a.b = :v                  | :v: 1        | a: {c: 2}           | a: {b: 1, c: 2}
                    SET a.b.c = :v, a.b.d = :v    | :v: 1        | a: {b: {}}          | a: {b: {c: 1, d: 1}}
                    SET #a.#b = :v                | #a: 'a.b', #b: 'c', :v: 1 | a.b: {} | a.b: {c: 1}
                    # arithmetic
                    SET a = a + :v                | :v: 2        | a: 1                | a: 3
                    SET a = a - :v                | :v: 0.1      | a: 0.3              | a: 0.2
                    SET a = :v - b                | :v: 1        | b: 2                | a: -1, b: 2
                    SET a = (b + :v)              | :v: 1        | b: 2                | a: 3, b: 2
                    SET a = ((b.c)+(d))           |              | b: {c: 1}, d: 2     | b: {c: 1}, d: 2, a: 3
                    SET a = if_not_exists(a, :z) + :v | :v: 5, :z: 0 |                 | a: 5
                    SET a = if_not_exists(a, :z) + :v | :v: 5, :z: 0 | a: 2            | a: 7
                    SET a = a+:v                  | :v: 1        | a: 99999999999999999999999999999999999999 | a: 100000000000000000000000000000000000000
                    # functions
                    SET a = if_not_exists(b, :v)  | :v: 1        | b: 2                | a: 2, b: 2
                    SET a = if_not_exists(b.c, :v) | :v: 1       | b: {}               | a: 1, b: {}
                    SET a = if_not_exists(b, if_not_exists(c, d)) | | d: 3             | a: 3, d: 3
                    SET a = list_append(a, :v)    | :v: [3]      | a: [1, 2]           | a: [1, 2, 3]
                    SET a = list_append(:v, a)    | :v: [3]      | a: [1, 2]           | a: [3, 1, 2]
                    SET a = list_append(if_not_exists(a, :e), :v) | :v: [3], :e: [] |  | a: [3]
                    # lists
                    SET a[0] = :v                 | :v: 9        | a: [1, 2]           | a: [9, 2]
                    SET a[2] = :v                 | :v: 9        | a: [1, 2]           | a: [1, 2, 9]
                    SET a[7] = :v                 | :v: 9        | a: [1, 2]           | a: [1, 2, 9]
                    SET a[9] = :v, a[5] = :w      | :v: 9, :w: 5 | a: [1]              | a: [1, 5, 9]
                    SET a[0] = a[1], a[1] = a[0]  |              | a: [1, 2]           | a: [2, 1]
                    SET a[1].b = :v               | :v: 9        | a: [0, {b: 1}]      | a: [0, {b: 9}]
                    SET a[0] = :v                 | :v: 9        | a: []               | a: [9]
                    # REMOVE
                    REMOVE a                      |              | a: 1, b: 2          | b: 2
                    REMOVE c                      |              | a: 1                | a: 1
                    REMOVE a.b                    |              | a: {b: 1, c: 2}     | a: {c: 2}
                    REMOVE a.d                    |              | a: {b: 1}           | a: {b: 1}
                    REMOVE a[1]                   |              | a: [1, 2, 3]        | a: [1, 3]
                    REMOVE a[9]                   |              | a: [1, 2, 3]        | a: [1, 2, 3]
                    REMOVE a[0], a[2]             |              | a: [1, 2, 3]        | a: [2]
                    REMOVE a[2], a[0]             |              | a: [1, 2, 3]        | a: [2]
                    REMOVE a[0], a[1]             |              | a: [1, 2]           | a: []
                    REMOVE a[0].b, a[1]           |              | a: [{b: 1}, 2]      | a: [{}]
                    # several sections, positions being those before
                    REMOVE a[1] SET a[3] = :v     | :v: 9        | a: [0, 1, 2, 3, 4]  | a: [0, 2, 9, 4]
                    REMOVE a[0] SET a[5] = :v     | :v: 9        | a: [1, 2]           | a: [2, 9]
                    REMOVE a[0], a[1] SET a[2].b = :v | :v: 9    | a: [1, 2, {}]       | a: [{b: 9}]
                    SET a = b REMOVE b            |              | b: 1                | a: 1
                    delete a :v remove b add c :w set d = :w | :v: <1>, :w: 2 | a: <1, 2>, b: 1 | a: <2>, c: 2, d: 2
                    # ADD
                    ADD a :v                      | :v: 2        | a: 1                | a: 3
                    ADD a :v                      | :v: -2       |                     | a: -2
                    ADD a.b :v                    | :v: 2        | a: {b: 1}           | a: {b: 3}
                    ADD a.b :v                    | :v: 2        | a: {}               | a: {b: 2}
                    ADD a[0] :v                   | :v: 2        | a: [1]              | a: [3]
                    ADD a :v                      | :v: <2, 3>   | a: <1, 2>           | a: <1, 2, 3>
                    ADD a :v                      | :v: <'b'>    | a: <'a'>            | a: <'a', 'b'>
                    ADD a :v                      | :v: <x02>    | a: <x01>            | a: <x01, x02>
                    ADD a :v                      | :v: <'b'>    |                     | a: <'b'>
                    # DELETE
                    DELETE a :v                   | :v: <2, 3>   | a: <1, 2>           | a: <1>
                    DELETE a :v                   | :v: <'a'>    | a: <'a'>            |
                    DELETE a :v                   | :v: <x01>    | a: <x01, x02>       | a: <x02>
                    DELETE a :v                   | :v: <'a'>    | b: 1                | b: 1
                    DELETE a.b :v                 | :v: <'a'>    | a: {b: <'a'>}       | a: {}
                    DELETE a.b :v                 | :v: <'a'>    | a: {c: 1}           | a: {c: 1}
                    DELETE a[0] :v                | :v: <1>      | a: [<1>, 2]         | a: [2]
                    """)
    void updateMakesOfAnItem(
            String text,
            @Nullable String attributes,
            @Nullable String before,
            @Nullable String after) {
        UpdateResult result =
                Given.update(text, attributes).apply(Notation.item(before), Notation.item("pk: 0"));

        assertThat(result.after()).isEqualTo(Notation.item(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    SET a = :v            | :v: 1     | pk: 'k', a: 1
                    SET a = pk            |           | pk: 'k', a: 'k'
                    ADD a :v              | :v: 1     | pk: 'k', a: 1
                    ADD a :v              | :v: <1>   | pk: 'k', a: <1>
                    DELETE a :v           | :v: <1>   | pk: 'k'
                    REMOVE a              |           | pk: 'k'
                    REMOVE x.y            |           | pk: 'k'
                    REMOVE x[1], y.z[2].q |           | pk: 'k'
                    """)
    void updateMakesOfNothing(String text, @Nullable String attributes, String after) {
        UpdateResult result = Given.update(text, attributes).apply(null, Notation.item("pk: 'k'"));

        assertThat(result.after()).isEqualTo(Notation.item(after));
    }

    @Test
    void noUpdateCreatesAnItemOfItsKey() {
        assertThat(Update.NONE.apply(null, Notation.item("pk: 1")).after())
                .isEqualTo(Notation.item("pk: 1"));
    }

    @Test
    void noUpdateLeavesAnItemAsItIs() {
        assertThat(Update.NONE.apply(Notation.item("pk: 1, a: 2"), Notation.item("pk: 1")).after())
                .isEqualTo(Notation.item("pk: 1, a: 2"));
    }

    @Test
    void updateThatIsNotGivenIsEmpty() {
        assertThat(Given.expressions(null).update(null).isEmpty()).isTrue();
        assertThat(Given.update("REMOVE a", null).isEmpty()).isFalse();
    }

    @Test
    void itemBeforeIsNotChanged() {
        var before = Notation.item("a: [1, {b: 2}], c: {d: 3}");

        Given.update("SET a[1].b = :v, c.e = :v REMOVE a[0]", ":v: 9")
                .apply(before, Notation.item(""));

        assertThat(before).isEqualTo(Notation.item("a: [1, {b: 2}], c: {d: 3}"));
    }

    @Test
    void attributeNamesAreThoseWritten() {
        Update update =
                Given.update(
                        "SET a.x = z REMOVE b[1] ADD #c :v DELETE d :w",
                        ":v: 1, :w: <1>, #c: 'count'");

        assertThat(update.attributeNames()).containsExactly("a", "b", "count", "d");
    }
}
