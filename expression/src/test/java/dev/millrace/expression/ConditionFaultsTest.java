package dev.millrace.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong with conditions, in AWS's words and order. The texts are those of the dynamodb-api
/// reference, section 7.1, and of dynalite's tests, which were run against AWS.
class ConditionFaultsTest {
    private static final String OPERAND_TYPE =
            "Incorrect operand type for operator or function; operator or function: ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # syntax: the token, with its neighbours as they are written
                    a                  | Syntax error; token: "<EOF>", near: "a"
                    :v                 | Syntax error; token: "<EOF>", near: ":v"
                    things are ok      | Syntax error; token: "are", near: "things are ok"
                    a > 4              | Syntax error; token: "4", near: "> 4"
                    a  =  =  b         | Syntax error; token: "=", near: "=  =  b"
                    contains (a, :v    | Syntax error; token: "<EOF>", near: ":v"
                    a = :v )           | Syntax error; token: ")", near: ":v )"
                    a[b] = :v          | Syntax error; token: "b", near: "[b]"
                    a[-1] = :v         | Syntax error; token: "-", near: "[-1"
                    a[1.5] = :v        | Syntax error; token: ".", near: "1.5"
                    !!! NO             | Syntax error; token: "!", near: "!!"
                    a & b              | Syntax error; token: "&", near: "a & b"
                    a = "x"            | Syntax error; token: "\"", near: "= "x"
                    # redundant parentheses win over all but syntax
                    ((a = :v))         | The expression has redundant parentheses;
                    f((:v), ((a)))     | The expression has redundant parentheses;
                    a = ((b))          | The expression has redundant parentheses;
                    a = b AND ((abort = c AND d = e)) | The expression has redundant parentheses;
                    (a)between(((b.c)).d)and(c)       | The expression has redundant parentheses;
                    # functions
                    f(a)               | Invalid function name; function: f
                    f(abort) = a       | Invalid function name; function: f
                    Size(a) = b        | Invalid function name; function: Size
                    attRIbute_exIsts((views), #a) | Invalid function name; function: attRIbute_exIsts
                    if_not_exists(a, b) = c | Invalid function name; function: if_not_exists
                    size(a)            | The function is not allowed to be used this way in an expression; function: size
                    size(a) AND b = c  | The function is not allowed to be used this way in an expression; function: size
                    NOT size(a)        | The function is not allowed to be used this way in an expression; function: size
                    contains(a, b) = c | The function is not allowed to be used this way in an expression; function: contains
                    size(contains(a, b)) > a | The function is not allowed to be used this way in an expression; function: contains
                    a between b and attribute_exists(c) | The function is not allowed to be used this way in an expression; function: attribute_exists
                    a in (b, attribute_exists(c)) | The function is not allowed to be used this way in an expression; function: attribute_exists
                    # reserved words
                    abort = :v         | Attribute name is a reserved keyword; reserved keyword: abort
                    :a < abOrT         | Attribute name is a reserved keyword; reserved keyword: abOrT
                    a.b[0].Views = :v  | Attribute name is a reserved keyword; reserved keyword: Views
                    # placeholders, of each comparison or function by itself
                    #n = :v            | An expression attribute name used in the document path is not defined; attribute name: #n
                    :v = #n            | An expression attribute value used in expression is not defined; attribute value: :v
                    attribute_exists(#p.q, :a) and a = a | An expression attribute name used in the document path is not defined; attribute name: #p
                    begins_with(:h, #a, #b) | An expression attribute value used in expression is not defined; attribute value: :h
                    (#p between :lo and :hi) and (#c in (:x)) | An expression attribute name used in the document path is not defined; attribute name: #p
                    # numbers of operands
                    attribute_exists(a, b) and c = c | Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2
                    attribute_type(a)  | Incorrect number of operands for operator or function; operator or function: attribute_type, number of operands: 1
                    begins_with(a, size(b), c) | Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 3
                    contains(a)        | Incorrect number of operands for operator or function; operator or function: contains, number of operands: 1
                    size(a, b) > c     | Incorrect number of operands for operator or function; operator or function: size, number of operands: 2
                    # distinct operands
                    a = a AND b = c    | The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a]
                    a <> a             | The first operand must be distinct from the remaining operands for this operator or function; operator: <>, first operand: [a]
                    ((a=a) OR (b=b))   | The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a]
                    contains(a.b[1].c, a.b[1].c) | The first operand must be distinct from the remaining operands for this operator or function; operator: contains, first operand: [a, b, [1], c]
                    attribute_type(a, a) | The first operand must be distinct from the remaining operands for this operator or function; operator: attribute_type, first operand: [a]
                    # operand types that need no value
                    size(size(a)) > b  | Incorrect operand type for operator or function; operator or function: size, operand type: N
                    begins_with(a, size(a)) | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N
                    attribute_type(a, size(b)) | Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N
                    attribute_type(a, b) | Incorrect operand type for operator or function; operator or function: attribute_type, operand type: {NS,SS,L,BS,N,M,B,BOOL,NULL,S}
                    # indexes and depth
                    a[2147483648] = b  | List index is not within the allowable range; index: [2147483648]
                    """)
    void conditionIsRefused(String text, String reason) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> Given.filter(text, null))
                .satisfies(e -> assertThat(e.error()).isEqualTo(ApiError.VALIDATION))
                .withMessage("Invalid FilterExpression: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    attribute_exists(:v)         | 'x'    | Operator or function requires a document path; operator or function: attribute_exists
                    attribute_not_exists(size(:v)) | 'x'  | Operator or function requires a document path; operator or function: attribute_not_exists
                    attribute_not_exists(size(:v)) | 1    | Incorrect operand type for operator or function; operator or function: size, operand type: N
                    attribute_type(a, :v)        | 'X'    | Invalid attribute type name found; type: X, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}
                    a BETWEEN :v AND :w          | 2, :w: 1     | The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:2}, upper bound operand: AttributeValue: {N:1}
                    a BETWEEN :v AND :w          | 'b', :w: 'a' | The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}
                    a BETWEEN :v AND :w          | 1, :w: 'a'   | The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:a}
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
                    true|BOOL
                    null|NULL
                    <'a'>|SS
                    <1>|NS
                    <x00>|BS
                    []|L
                    {}|M
                    """)
    void orderOfValuesWithoutOrderIsRefused(String shortly, String type) {
        String value = ":v: " + shortly;

        assertRefused("a < :v", value, OPERAND_TYPE + "<, operand type: " + type);
        assertRefused(":v >= a", value, OPERAND_TYPE + ">=, operand type: " + type);
        assertRefused("a BETWEEN b AND :v", value, OPERAND_TYPE + "BETWEEN, operand type: " + type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    5|N
                    true|BOOL
                    null|NULL
                    <'a'>|SS
                    <1>|NS
                    <x00>|BS
                    []|L
                    {}|M
                    """)
    void prefixThatIsNeitherStringNorBinaryIsRefused(String shortly, String type) {
        String value = ":v: " + shortly;

        assertRefused(
                "begins_with(a, :v)", value, OPERAND_TYPE + "begins_with, operand type: " + type);
        assertRefused(
                "begins_with(:v, a)", value, OPERAND_TYPE + "begins_with, operand type: " + type);
        assertRefused(
                "attribute_type(a, :v)",
                value,
                OPERAND_TYPE + "attribute_type, operand type: " + type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    5|N
                    true|BOOL
                    null|NULL
                    """)
    void sizeOfValueWithoutSizeIsRefused(String value, String type) {
        assertRefused("size(:v) > a", ":v: " + value, OPERAND_TYPE + "size, operand type: " + type);
    }

    @Test
    void oneValueMayBeComparedWithItself() {
        assertThat(Given.condition(":v = :v", ":v: 1").test(null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attribute_exists(Pictures-RearView)",
                "attribute_exists(\"Pictures.RearView\")",
                "attribute_exists(Pictures..RearView)",
                "attribute_exists(Pi#ctures.RearView)",
                "attribute_exists(asdf[a])",
                "attribute_exists()",
                "a in b, c",
                "a in b",
                "a in ()",
                "a in (b,c,)",
                "a > between",
                "a between b or c",
                "(a)between(b.(c.d))and(c)",
                "(a)between(b.c.d)and((c)",
                "#$.b > a",
                "# > a",
                ": > a",
                "a > :things.stuff",
                "b[:a] > a",
                "b[#_] > a",
                "ü > a",
                "size(a).b > a",
                "(size(a)).b > a",
                "size(a)[0] > a",
                "(size(a))[0] > a",
                "(a = b) = c",
                "contains((a = b), c)",
                "(a) and b = c",
                "NOT a",
                "NOT",
                "1a = b",
                "a = b AND",
                "AND",
                "a == b",
                "a != b",
                "a = b + c",
                "a = b;",
                "set a = b",
                " ",
            })
    void textThatFollowsNoGrammarIsASyntaxError(String text) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> Given.filter(text, null))
                .withMessageStartingWith("Invalid FilterExpression: Syntax error; token: ");
    }

    @Test
    void emptyConditionIsRefused() {
        assertRefused("", null, "The expression can not be empty;");
    }

    private static void assertRefused(String text, @Nullable String attributes, String reason) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> Given.condition(text, attributes))
                .withMessage("1 validation error detected: Invalid ConditionExpression: " + reason);
    }
}
