package dev.millrace.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.millrace.wire.item.PutItemCodec;
import dev.millrace.wire.item.ScanCodec;
import dev.millrace.wire.table.CreateTableCodec;
import dev.millrace.wire.table.ListTablesCodec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTypesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{'Limit':",
                "{'Limit':1",
                "{'Limit':01}",
                "[]",
                "'a'",
                "1",
                "null",
                "{} {}",
                "{}x",
                "{'a':nul}",
                "{'Limit':1,}",
                "{Limit:1}",
                "\ufeff{]"
            })
    void whatIsNoJsonObjectIsRefusedWithoutText(String body) {
        assertThat(Wire.errorOf(new ListTablesCodec(), body))
                .isEqualTo("SerializationException null");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] body = {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, '"', '}'};

        assertThat(catchThrowable(() -> JsonInput.requireObject(body, 0, body.length)))
                .hasMessage(null);
    }

    @Test
    void brokenJsonAnywhereIsAnsweredBeforeAWrongTypeInFrontOfIt() {
        assertThat(Wire.errorOf(new ListTablesCodec(), "{'Limit':'1','a':}"))
                .isEqualTo("SerializationException null");
    }

    @Test
    void aWrongTypeAnywhereIsAnsweredBeforeAViolatedConstraintInFrontOfIt() {
        assertThat(Wire.errorOf(new ListTablesCodec(), "{'Limit':0,'ExclusiveStartTableName':1}"))
                .isEqualTo("SerializationException NUMBER_VALUE cannot be converted to String");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'a'   | STRING_VALUE cannot be converted to Integer
                    true  | TRUE_VALUE cannot be converted to Integer
                    false | FALSE_VALUE cannot be converted to Integer
                    []    | Unrecognized collection type class java.lang.Integer
                    {}    | Start of structure or map found where not expected
                    """)
    void anIntegerIsGivenAsANumber(String value, String message) {
        assertThat(Wire.errorOf(new ScanCodec(), "{'Limit':" + value + "}"))
                .isEqualTo("SerializationException " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1     | NUMBER_VALUE cannot be converted to String
                    1.5   | DECIMAL_VALUE cannot be converted to String
                    true  | TRUE_VALUE cannot be converted to String
                    []    | Unrecognized collection type class java.lang.String
                    {}    | Start of structure or map found where not expected
                    """)
    void aTextIsGivenAsAString(String value, String message) {
        assertThat(Wire.errorOf(new ScanCodec(), "{'TableName':" + value + "}"))
                .isEqualTo("SerializationException " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'yes' | Unexpected token received from parser
                    1     | NUMBER_VALUE cannot be converted to Boolean
                    []    | Unrecognized collection type class java.lang.Boolean
                    {}    | Start of structure or map found where not expected
                    """)
    void aTruthValueIsGivenAsOne(String value, String message) {
        assertThat(Wire.errorOf(new ScanCodec(), "{'ConsistentRead':" + value + "}"))
                .isEqualTo("SerializationException " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'KeySchema':1}          | Unexpected field type
                    {'KeySchema':{}}         | Start of structure or map found where not expected
                    {'KeySchema':['a']}      | Unexpected value type in payload
                    {'KeySchema':[[]]}       | Unrecognized collection type class com.amazonaws.dynamodb.v20120810.KeySchemaElement
                    {'StreamSpecification':1}  | Unexpected field type
                    {'StreamSpecification':[]} | Unrecognized collection type class com.amazonaws.dynamodb.v20120810.StreamSpecification
                    """)
    void listsAndStructuresAreGivenAsThemselves(String body, String message) {
        assertThat(Wire.errorOf(new CreateTableCodec(), body))
                .isEqualTo("SerializationException " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    1                      | Unexpected field type
                    []                     | Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>
                    {'a':'x'}              | Unexpected value type in payload
                    {'a':[]}               | Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue
                    {'a':{'S':1}}          | NUMBER_VALUE cannot be converted to String
                    {'a':{'N':1}}          | NUMBER_VALUE cannot be converted to String
                    {'a':{'N':1.5}}        | DECIMAL_VALUE cannot be converted to String
                    {'a':{'NS':[1]}}       | NUMBER_VALUE cannot be converted to String
                    {'a':{'BOOL':'true'}}  | Unexpected token received from parser
                    {'a':{'B':1}}          | only base-64-encoded strings are convertible to bytes
                    {'a':{'B':[]}}         | Unrecognized collection type class java.nio.ByteBuffer
                    {'a':{'B':'23456'}}    | Base64 encoded length is expected a multiple of 4 bytes but found: 5
                    {'a':{'B':'=+/='}}     | Invalid last non-pad Base64 character dectected
                    {'a':{'B':'+/+='}}     | Invalid last non-pad Base64 character dectected
                    {'a':{'B':'ab c'}}     | Invalid Base64 character
                    {'a':{'B':'abc€'}}     | Invalid Base64 character
                    {'a':{'SS':'x'}}       | Unexpected field type
                    {'a':{'L':{}}}         | Start of structure or map found where not expected
                    {'a':{'M':[]}}         | Unrecognized collection type java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>
                    """)
    void attributeValuesAreGivenInTheirWireForm(String item, String message) {
        assertThat(Wire.errorOf(new PutItemCodec(), "{'TableName':'abc','Item':" + item + "}"))
                .isEqualTo("SerializationException " + message);
    }

    @Test
    void numbersAreFittedIntoTheirType() {
        assertThat(Wire.decode(new ScanCodec(), "{'TableName':'abc','Limit':2.9}").limit())
                .isEqualTo(2);
        assertThat(
                        Wire.decode(
                                        new ScanCodec(),
                                        "{'TableName':'abc','Limit':99999999999999999999}")
                                .limit())
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(Wire.decode(new ScanCodec(), "{'TableName':'abc','Limit':1e400}").limit())
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void nullIsAsGoodAsNothingAndUnknownMembersAreSkipped() {
        assertThat(
                        Wire.decode(
                                        new ScanCodec(),
                                        "{'x':[{'y':[1]}],'TableName':'abc','Limit':null}")
                                .limit())
                .isNull();
    }

    @Test
    void ofTwoMembersOfOneNameTheLastCounts() {
        assertThat(
                        Wire.decode(new ScanCodec(), "{'TableName':'abc','TableName':'def'}")
                                .tableName())
                .isEqualTo("def");
    }

    @Test
    void hopelessNestingIsBrokenJson() {
        String body = "{'a':" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThat(Wire.errorOf(new ScanCodec(), body)).isEqualTo("SerializationException null");
    }
}
