package dev.millrace.expression.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.LegacyParameters;
import dev.millrace.expression.Update;
import dev.millrace.expression.UpdateResult;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.notation.Notation;
import dev.millrace.model.request.AttributeAction;
import dev.millrace.model.request.AttributeValueUpdate;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.Objects;

/// What `AttributeUpdates` make of items, and what is wrong with them: the dynamodb-api reference,
/// section 8, with the texts of dynalite's tests, which were run against AWS.
class AttributeUpdatesTest {
    private static final Item KEY = Notation.item("pk: 'k'");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    PUT    | 5          | a: 'x'         | a: 5
                    PUT    | null       | b: 1           | a: null, b: 1
                           | [1]        | a: {k: 1}      | a: [1]
                    ADD    | 2          | a: 3           | a: 5
                    ADD    | -2         | b: 1           | a: -2, b: 1
                    ADD    | <'y', 'z'> | a: <'x', 'y'>  | a: <'x', 'y', 'z'>
                    ADD    | <1>        | b: 1           | a: <1>, b: 1
                    ADD    | [1, 'b']   | a: [1]         | a: [1, 1, 'b']
                    ADD    | [1]        | b: 1           | a: [1], b: 1
                    DELETE |            | a: 3, b: 1     | b: 1
                    DELETE |            | b: 1           | b: 1
                    DELETE | <1, 9>     | a: <1, 2>      | a: <2>
                    DELETE | <1, 2>     | a: <1, 2>, b: 1 | b: 1
                    DELETE | <x01>      | b: 1           | b: 1
                    """)
    void actionMakesOfTheItem(
            @Nullable AttributeAction action, @Nullable String value, String before, String after) {
        assertThat(update("a", action, value).apply(Notation.item(before), KEY).after())
                .isEqualTo(Notation.item(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                           |        | Only DELETE action is allowed when no attribute value is specified
                    PUT    |        | Only DELETE action is allowed when no attribute value is specified
                    ADD    |        | Only DELETE action is allowed when no attribute value is specified
                    ADD    | 'a'    | ADD action is not supported for the type S
                    ADD    | x01    | ADD action is not supported for the type B
                    ADD    | true   | ADD action is not supported for the type BOOL
                    ADD    | null   | ADD action is not supported for the type NULL
                    ADD    | {k: 1} | ADD action is not supported for the type M
                    DELETE | 'a'    | DELETE action with value is not supported for the type S
                    DELETE | 1      | DELETE action with value is not supported for the type N
                    DELETE | [1]    | DELETE action with value is not supported for the type L
                    DELETE | {k: 1} | DELETE action with value is not supported for the type M
                    """)
    void valueHasToSuitTheAction(
            @Nullable AttributeAction action, @Nullable String value, String fault) {
        assertThat(Given.faultOf(() -> update("a", action, value)))
                .isEqualTo(
                        "1 validation error detected: One or more parameter values were invalid: "
                                + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ADD    | 1     | a: 'x'
                    ADD    | <1>   | a: 1
                    ADD    | <1>   | a: <'x'>
                    ADD    | [1]   | a: <1>
                    ADD    | 1     | a: null
                    DELETE | <1>   | a: <'1'>
                    DELETE | <1>   | a: 1
                    """)
    void valueHasToSuitTheAttribute(AttributeAction action, String value, String before) {
        Update update = update("a", action, value);

        assertThat(Given.faultOf(() -> update.apply(Notation.item(before), KEY)))
                .isEqualTo("Type mismatch for attribute to update");
    }

    @Test
    void newItemStartsWithItsKey() {
        assertThat(update("a", AttributeAction.ADD, "3").apply(null, KEY).after())
                .isEqualTo(Notation.item("pk: 'k', a: 3"));
    }

    @Test
    void onlyWhatGotAValueIsWritten() {
        UpdateResult result =
                update("a", AttributeAction.DELETE, null).apply(Notation.item("a: 1"), KEY);

        assertThat(result.touched()).containsExactly(DocumentPath.of("a"));
        assertThat(result.written()).isEmpty();
    }

    @Test
    void dotsAreOfTheName() {
        assertThat(
                        update("a.b", AttributeAction.PUT, "1")
                                .apply(Notation.item("a: {b: 2}"), KEY)
                                .after()
                                .get("a.b"))
                .isEqualTo(Notation.value("1"));
    }

    private static Update update(
            String attribute, @Nullable AttributeAction action, @Nullable String value) {
        AttributeValueUpdate update =
                new AttributeValueUpdate(action, value == null ? null : Notation.value(value));
        return Objects.requireNonNull(LegacyParameters.OF_WRITE.update(Map.of(attribute, update)));
    }
}
