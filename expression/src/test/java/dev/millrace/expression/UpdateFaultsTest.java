package dev.millrace.expression;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.expression.notation.Notation;
import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong with updates. The texts are those of the dynamodb-api reference, section 7.2, and
/// of dynalite's tests, which were run against AWS.
class UpdateFaultsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "whatever",
                "set",
                "set a",
                "add a",
                "delete a",
                "set a=set",
                "remove a = b",
                "add a = b",
                "delete a = b",
                "delete a b",
                "delete a if_not_exist(b)",
                "add abort b",
                "add a if_not_exist(b)",
                "remove a b",
                "set a b",
                "set :a = b",
                "add :a b",
                "delete :a b",
                "remove :a",
                "set a = b / c",
                "set a = b * c",
                "set a[1] = \"eight\"",
                "set a[1] = 1",
                "set a[:i] = b",
                "set a[#i] = b",
                "SET a = if_not_exists(a, 100)",
                "SET if_not_exists(a, b) = a",
                "set (a = (b + c))",
                "set a = (b.c).d + e",
                "set a = (b.c)[0] + e",
                "set a = b + c + d",
                "set a = (b + c) - d",
                "set a = b + (c - d)",
                "set a = if_not_exists(b, c + d)",
                "set a = b, ",
                "set a = b set",
                "set a <> b",
                "a = b",
            })
    void textThatFollowsNoGrammarIsASyntaxError(String text) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> Given.update(text, null))
                .withMessageStartingWith(
                        "1 validation error detected: Invalid UpdateExpression: Syntax error;"
                                + " token: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    INVALID SYNTAX HERE          | Syntax error; token: "INVALID", near: "INVALID SYNTAX"
                    SET a = :x + :y + :z         | Syntax error; token: "+", near: ":y + :z"
                    set a = ((b))                | The expression has redundant parentheses;
                    set #c = :c set abOrt = true | Attribute name is a reserved keyword; reserved keyword: abOrt
                    remove Absolute              | Attribute name is a reserved keyword; reserved keyword: Absolute
                    set #c = f(:c) set c = d     | Invalid function name; function: f
                    set c = contains(a, b)       | Invalid function name; function: contains
                    set a = #c set c = :d        | The "SET" section can only be used once in an update expression;
                    remove #d set a = b remove e | The "REMOVE" section can only be used once in an update expression;
                    add #d :e set a = b add e :f | The "ADD" section can only be used once in an update expression;
                    delete #d :e set a = b Delete #e :f | The "DELETE" section can only be used once in an update expression;
                    SET #c = if_not_exists(:c)   | An expression attribute name used in the document path is not defined; attribute name: #c
                    SET a = :c, b = #d           | An expression attribute name used in the document path is not defined; attribute name: #d
                    SET a = if_not_exists(:c)    | An expression attribute value used in expression is not defined; attribute value: :c
                    add a :c                     | An expression attribute value used in expression is not defined; attribute value: :c
                    set a = b, a.b = c           | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]
                    set a = b remove a           | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]
                    set d[1] = a, d.b = a, c[1].a = a, c = if_not_exists(a) | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [c, [1], a], path two: [c]
                    remove a.c set a[1] = if_not_exists(d) | Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, c], path two: [a, [1]]
                    set a = if_not_exists(c)     | Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1
                    set a = list_append(b, c, d) | Incorrect number of operands for operator or function; operator or function: list_append, number of operands: 3
                    set a = if_not_exists(if_not_exists(a, b), c) | Operator or function requires a document path; operator or function: if_not_exists
                    """)
    void updateIsRefused(String text, String reason) {
        assertRefused(text, null, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    set a = if_not_exists(:v, c) | 1      | Operator or function requires a document path; operator or function: if_not_exists
                    set b = list_append(:v, a), c = if_not_exists(a) add a.b :v | 'x' | Incorrect operand type for operator or function; operator: ADD, operand type: STRING
                    add a.b :v                   | null   | Incorrect operand type for operator or function; operator: ADD, operand type: NULL
                    add a.b :v                   | true   | Incorrect operand type for operator or function; operator: ADD, operand type: BOOLEAN
                    add a.b :v                   | x00    | Incorrect operand type for operator or function; operator: ADD, operand type: BINARY
                    add a.b :v                   | {}     | Incorrect operand type for operator or function; operator: ADD, operand type: MAP
                    add a.b :v                   | [1]    | Incorrect operand type for operator or function; operator: ADD, operand type: LIST
                    delete a.b :v                | 'x'    | Incorrect operand type for operator or function; operator: DELETE, operand type: STRING
                    delete a.b :v                | 1      | Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER
                    delete a.b :v                | [1]    | Incorrect operand type for operator or function; operator: DELETE, operand type: LIST
                    set a = list_append(:v, a)   | 'x'    | Incorrect operand type for operator or function; operator or function: list_append, operand type: S
                    set a = list_append(a, :v)   | <1>    | Incorrect operand type for operator or function; operator or function: list_append, operand type: NS
                    set a = a + :v               | 'x'    | Incorrect operand type for operator or function; operator or function: +, operand type: S
                    set a = :v + a               | x00    | Incorrect operand type for operator or function; operator or function: +, operand type: B
                    set a = a - :v               | []     | Incorrect operand type for operator or function; operator or function: -, operand type: L
                    set a = :v - :v              | true   | Incorrect operand type for operator or function; operator or function: -, operand type: BOOL
                    """)
    void valueIsRefused(String text, String value, String reason) {
        assertRefused(text, ":v: " + value, reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # reading
                    set b = c                     |              | a: 1        | The provided expression refers to an attribute that does not exist in the item
                    set b = a + c                 |              | a: 1        | The provided expression refers to an attribute that does not exist in the item
                    set b = list_append(c, d)     |              | a: 1        | The provided expression refers to an attribute that does not exist in the item
                    set b = if_not_exists(c, d)   |              | a: 1        | The provided expression refers to an attribute that does not exist in the item
                    # types
                    set b = a + :v                | :v: 1        | a: 'x'      | An operand in the update expression has an incorrect data type
                    set b = list_append(a, :v)    | :v: [1]      | a: <1>      | An operand in the update expression has an incorrect data type
                    add a :v                      | :v: 1        | a: <1>      | An operand in the update expression has an incorrect data type
                    add a :v                      | :v: <1>      | a: 1        | An operand in the update expression has an incorrect data type
                    add a :v                      | :v: <1>      | a: <'1'>    | An operand in the update expression has an incorrect data type
                    add a :v                      | :v: <1>      | a: [1]      | An operand in the update expression has an incorrect data type
                    delete a :v                   | :v: <1>      | a: <'1'>    | An operand in the update expression has an incorrect data type
                    delete a :v                   | :v: <1>      | a: 1        | An operand in the update expression has an incorrect data type
                    # paths that lead nowhere
                    set y.a = :v                  | :v: 1        | a: 1        | The document path provided in the update expression is invalid for update
                    set y[1] = :v                 | :v: 1        | a: 1        | The document path provided in the update expression is invalid for update
                    set a.b = :v                  | :v: 1        | a: 1        | The document path provided in the update expression is invalid for update
                    set a.b = :v                  | :v: 1        | a: [1]      | The document path provided in the update expression is invalid for update
                    set a[0] = :v                 | :v: 1        | a: {b: 1}   | The document path provided in the update expression is invalid for update
                    set a[1].b = :v               | :v: 1        | a: [1]      | The document path provided in the update expression is invalid for update
                    set a.b.c = :v                | :v: 1        | a: {}       | The document path provided in the update expression is invalid for update
                    remove y.a                    |              | a: 1        | The document path provided in the update expression is invalid for update
                    remove a[0]                   |              | a: {b: 1}   | The document path provided in the update expression is invalid for update
                    remove a.b                    |              | a: [1]      | The document path provided in the update expression is invalid for update
                    add y.a :v                    | :v: 1        | a: 1        | The document path provided in the update expression is invalid for update
                    delete y.a :v                 | :v: <1>      | a: 1        | The document path provided in the update expression is invalid for update
                    delete a[1] :v                | :v: <1>      | a: {b: 1}   | The document path provided in the update expression is invalid for update
                    # numbers
                    set a = a + :v                | :v: 1        | a: 100000000000000000000000000000000000000 | Attempting to store more than 38 significant digits in a Number
                    add a :v                      | :v: 9e125    | a: 9e125    | Number overflow. Attempting to store a number with magnitude larger than supported range
                    """)
    void itemIsRefused(String text, @Nullable String attributes, String before, String message) {
        Update update = Given.update(text, attributes);

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> update.apply(Notation.item(before), Notation.item("pk: 1")))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"set b.a = pk", "set b[1] = pk", "add b.a :v", "set b = c"})
    void nothingIsRefused(String text) {
        Update update = Given.update(text, text.contains(":v") ? ":v: 1" : null);

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> update.apply(null, Notation.item("pk: 1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"set a = b", "SET a.b = c, a.d = e", "set a[0] = b, a[1] = c"})
    void pathsThatAreApartAreAccepted(String text) {
        assertThatCode(() -> Given.update(text, null)).doesNotThrowAnyException();
    }

    private static void assertRefused(String text, @Nullable String attributes, String reason) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> Given.update(text, attributes))
                .withMessage("1 validation error detected: Invalid UpdateExpression: " + reason);
    }
}
