package dev.millrace.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.notation.Notation;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `UPDATED_OLD` and `UPDATED_NEW` are cut from (dynamodb-api reference, section 10).
class UpdateResultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    SET a = :v                  | a: 1, b: 2          | a: 1          | a: 9
                    SET a.b = :v                | a: {b: 1, c: 2}     | a: {b: 1}     | a: {b: 9}
                    SET a.b = :v                | a: {c: 2}           |               | a: {b: 9}
                    SET a[1] = :v               | a: [1, 2, 3]        | a: [2]        | a: [9]
                    SET a[7] = :v               | a: [1, 2, 3]        |               | a: [9]
                    ADD a :v REMOVE b           | a: 1, b: 2, c: 3    | a: 1, b: 2    | a: 10
                    REMOVE b SET a = :v         | b: 2, c: 3          | b: 2          | a: 9
                    REMOVE a[0] SET a[2].b = :v | a: [1, 2, {b: 3}]   | a: [1, {b: 3}] | a: [{b: 9}]
                    REMOVE a[0] SET a[3] = :v   | a: [1, 2]           | a: [1]        | a: [9]
                    """)
    void valuesAtTouchedPathsAreThoseBeforeAndAtWrittenPathsThoseAfter(
            String text, String before, @Nullable String old, @Nullable String updated) {
        Item item = Notation.item(before);
        UpdateResult result = Given.update(text, ":v: 9").apply(item, Notation.item(""));

        assertThat(Projection.ofPaths(result.touched()).apply(item)).isEqualTo(Notation.item(old));
        assertThat(Projection.ofPaths(result.written()).apply(result.after()))
                .isEqualTo(Notation.item(updated));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    REMOVE a[0]    |           | a: [1, 2]
                    REMOVE a.b     |           | a: {b: 1}
                    DELETE a :v    | :v: <1>   | a: <1>
                    """)
    void removalWritesNothing(String text, @Nullable String attributes, String before) {
        UpdateResult result =
                Given.update(text, attributes).apply(Notation.item(before), Notation.item(""));

        assertThat(result.written()).isEmpty();
        assertThat(result.touched()).hasSize(1);
    }
}
