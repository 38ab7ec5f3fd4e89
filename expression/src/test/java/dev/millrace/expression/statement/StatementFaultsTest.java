package dev.millrace.expression.statement;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.expression.ExpressionParser;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// What is wrong with statements whatever the table, and what is said of it.
class StatementFaultsTest {
    private static final String MALFORMED = "Statement wasn't well formed, can't be processed: ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    SELECT                             | Unexpected term
                    SELECT * WHERE a = 1               | Expected FROM after SELECT list
                    SELECT * FROM t WHERE a =          | Missing right-hand side expression of infix operator
                    SELECT * FROM t WHERE a IN [1      | Expected RIGHT_BRACKET
                    SELECT * FROM t; SELECT * FROM t   | Unexpected token after semicolon. (Only one query is allowed.)
                    SELECT * FROM t t u                | Unexpected token after expression
                    FOO BAR                            | Unexpected token after expression
                    INSERT INTO 'a' VALUE {}           | Expected identifier for simple path
                    INSERT INTO t VALUE {'a' 1}        | Expected COLON
                    UPDATE t WHERE a = 1               | Expected data manipulation
                    UPDATE t SET a WHERE a = 1         | Expected '=' in assignment
                    DELETE t WHERE a = 1               | Expected FROM after DELETE
                    SELECT * FROM t WHERE a IS FOO     | Expected type name
                    SELECT * FROM t WHERE a.[0] = 1    | Invalid path dot component
                    SELECT * FROM t WHERE size = 1     | Unexpected keyword
                    SELECT 'a FROM t                   | ``
                    SELECT * FROM t /* a               | ``
                    SELECT * FROM t WHERE a = #b       | ``
                    """)
    void malformedStatementIsRefused(String statement, String reason) {
        assertFault(statement, MALFORMED + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    SELECT * FROM t WHERE a = ? AND b = ?          | Number of parameters in request and statement don't match.
                    SELECT * FROM t AS u                           | Aliasing is not supported
                    SELECT * FROM t, u                             | Only select from a single table or index is supported.
                    SELECT * FROM t.i.j                            | A path may contain at most 2 components in the FROM clause
                    SELECT * FROM t WHERE foo(a)                   | Unrecognized function: foo at 1:23:3
                    SELECT * FROM t WHERE a LIKE 'b'               | Unsupported operation: Like
                    SELECT * FROM t WHERE a                        | Unsupported operation: Id
                    SELECT * FROM t LIMIT 1                        | Unsupported clause: LIMIT at 1:17:5
                    SELECT * FROM t WHERE a[b] = 1                 | Unexpected path component at 1:25:1
                    INSERT INTO t VALUE {'a': <<>>}                | Empty bags are not supported
                    INSERT INTO t VALUE {'a': b}                   | Unsupported data type: Id under key root at 1:27:1
                    INSERT INTO t VALUE {'a': [b]}                 | Unsupported data type: Id under key root[0] at 1:28:1
                    UPDATE t.i SET a = 1 WHERE k = 1               | This operation is not supported on an index
                    UPDATE t SET a = set_add(b, <<1>>) WHERE k = 1 | The first argument to SET_ADD must equal the assignment value at 1:18:7
                    UPDATE t SET a = if_not_exists(a, 1) WHERE k = 1 | Unrecognized function: if_not_exists at 1:18:13
                    DELETE FROM t WHERE k = 1 RETURNING ALL NEW *  | Invalid returning clause: RETURNING ALL NEW *. Only RETURNING ALL OLD * is allowed in DELETE statements.
                    1 + 1                                          | Unsupported operation: Plus
                    """)
    void statementThatMeansNothingIsRefused(String statement, String fault) {
        assertFault(statement, fault);
    }

    private static void assertFault(String statement, String fault) {
        List<AttributeValue> parameters = List.of(new AttributeValue.Null());
        assertThatExceptionOfType(ApiException.class)
                .as(statement)
                .isThrownBy(
                        () -> StatementReader.read(new ExpressionParser(), statement, parameters))
                .withMessage(fault);
    }
}
