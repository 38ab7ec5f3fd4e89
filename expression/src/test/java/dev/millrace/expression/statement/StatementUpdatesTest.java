package dev.millrace.expression.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.ExpressionParser;
import dev.millrace.expression.notation.Notation;
import dev.millrace.model.value.Item;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// What the changes of an UPDATE make of items.
class StatementUpdatesTest {
    private static final Item KEY = Notation.item("k: 'k'");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    SET a = 1                            | a: 0           | a: 1
                    SET a = 1, b = 'x'                   | a: 0           | a: 1, b: 'x'
                    SET a = 1 SET b = a                  | a: 0           | a: 1, b: 0
                    SET a = a + 1                        | a: 1           | a: 2
                    SET a = 10 - a                       | a: 1           | a: 9
                    SET a = [1, {'b': null}]             | a: 0           | a: [1, {b: null}]
                    SET a.b = 2                          | a: {b: 1}      | a: {b: 2}
                    SET a[5] = 2                         | a: [1]         | a: [1, 2]
                    REMOVE a                             | a: 1, b: 2     | b: 2
                    REMOVE a REMOVE b[0]                 | a: 1, b: [1]   | b: []
                    SET a = 1 REMOVE b                   | b: 2           | a: 1
                    SET a = set_add(a, <<'y'>>)          | a: <'x'>       | a: <'x', 'y'>
                    SET a = set_add(a, <<1>>)            | b: 1           | a: <1>, b: 1
                    SET a = set_delete(a, <<'x', 'z'>>)  | a: <'x', 'y'>  | a: <'y'>
                    SET a = set_delete(a, <<'x'>>)       | a: <'x'>, b: 1 | b: 1
                    SET a = list_append(a, [2])          | a: [1]         | a: [1, 2]
                    SET a = list_append([0], a)          | a: [1]         | a: [0, 1]
                    """)
    void updateMakes(String changes, String before, String after) {
        BoundStatement statement =
                StatementReader.read(
                        new ExpressionParser(),
                        "UPDATE t " + changes + " WHERE k = 'k'",
                        List.of());
        BoundStatement.Update update = (BoundStatement.Update) statement;
        assertThat(update.update().apply(Notation.item(before), KEY).after())
                .as(changes)
                .isEqualTo(Notation.item(after));
    }
}
