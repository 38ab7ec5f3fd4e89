package dev.millrace.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.wire.item.BatchWriteItemCodec;
import dev.millrace.wire.item.GetItemCodec;
import dev.millrace.wire.item.PutItemCodec;
import dev.millrace.wire.item.QueryCodec;
import dev.millrace.wire.item.ScanCodec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class ValuesTest {
    private static final String DEEP =
            "1 validation error detected: Nesting Levels have exceeded supported limits: Attributes"
                    + " in the item have nested levels beyond supported limit";

    @Test
    void allTypesAreDecoded() {
        assertThat(
                        item(
                                "{'s':{'S':'x'},'n':{'N':'1.50'},'b':{'B':'AQI='},'t':{'BOOL':true},"
                                    + "'f':{'BOOL':false},'z':{'NULL':true},'l':{'L':[{'S':''}]},"
                                    + "'m':{'M':{'k':{'N':'1'}}},'ss':{'SS':['b','a']},"
                                    + "'ns':{'NS':['2','1']},'bs':{'BS':['Ag==','AQ==']}}"))
                .isEqualTo(
                        Item.of(
                                Map.ofEntries(
                                        Map.entry("s", new AttributeValue.S("x")),
                                        Map.entry("n", number("1.5")),
                                        Map.entry("b", new AttributeValue.B(binary(1, 2))),
                                        Map.entry("t", new AttributeValue.Bool(true)),
                                        Map.entry("f", new AttributeValue.Bool(false)),
                                        Map.entry("z", new AttributeValue.Null()),
                                        Map.entry(
                                                "l",
                                                new AttributeValue.L(
                                                        List.of(new AttributeValue.S("")))),
                                        Map.entry(
                                                "m",
                                                new AttributeValue.M(Map.of("k", number("1")))),
                                        Map.entry("ss", new AttributeValue.SS(List.of("a", "b"))),
                                        Map.entry(
                                                "ns",
                                                new AttributeValue.NS(
                                                        List.of(Decimal.of(1), Decimal.of(2)))),
                                        Map.entry(
                                                "bs",
                                                new AttributeValue.BS(
                                                        List.of(binary(1), binary(2)))))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                        | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
                    null                      | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
                    {'X':'x'}                 | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
                    {'S':null}                | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
                    {'L':[null]}              | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
                    {'S':'a','N':'1'}         | Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes
                    {'NULL':false}            | 1 validation error detected: One or more parameter values were invalid: Null attribute value types must have the value of true
                    {'SS':[]}                 | 1 validation error detected: One or more parameter values were invalid: An string set  may not be empty
                    {'NS':[]}                 | 1 validation error detected: One or more parameter values were invalid: An number set  may not be empty
                    {'BS':[]}                 | 1 validation error detected: One or more parameter values were invalid: Binary sets should not be empty
                    {'SS':['a','b','a']}      | 1 validation error detected: One or more parameter values were invalid: Input collection ["a", "b", "a"] contains duplicates.
                    {'SS':['c','a','c','b']}  | 1 validation error detected: One or more parameter values were invalid: Input collection ["a", "c", "c", "b"] contains duplicates.
                    {'NS':['1','1.0']}        | 1 validation error detected: One or more parameter values were invalid: Input collection contains duplicates.
                    {'BS':['Yg==','Yg==']}    | 1 validation error detected: One or more parameter values were invalid: Input collection ["Yg==","Yg=="]of type BS contains duplicates.
                    {'N':''}                  | `1 validation error detected: The parameter cannot be converted to a numeric value: `
                    {'N':'x'}                 | 1 validation error detected: The parameter cannot be converted to a numeric value: x
                    {'NS':['1','x']}          | 1 validation error detected: The parameter cannot be converted to a numeric value: x
                    {'N':'1e126'}             | 1 validation error detected: Number overflow. Attempting to store a number with magnitude larger than supported range
                    {'M':{'k':{'L':[{}]}}}    | Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
                    {'M':{'':{'S':'x'}}}      | Empty attribute name
                    """)
    void aWrongValueIsAnsweredWithItsText(String value, String message) {
        assertThat(errorOf("{'a':" + value + "}")).isEqualTo(message);
    }

    @Test
    void theFirstOfSeveralWrongValuesIsAnswered() {
        assertThat(errorOf("{'a':{'N':'x'},'b':{}}"))
                .isEqualTo(
                        "1 validation error detected: The parameter cannot be converted to a"
                                + " numeric value: x");
    }

    @Test
    void emptyNamesOfAttributesAreAnsweredBeforeValuesAndThoseWithinMapsBehindThem() {
        assertThat(errorOf("{'a':{'N':'x'},'':{'S':'x'}}")).isEqualTo("Empty attribute name");
        assertThat(errorOf("{'m':{'M':{'':{'S':'x'}}},'a':{'SS':[]}}"))
                .endsWith("An string set  may not be empty");
    }

    @Test
    void readsAnswerWrongValuesWithoutACountAndPlaceholdersAlike() {
        assertThat(Wire.errorOf(new GetItemCodec(), "{'TableName':'abc','Key':{'a':{'N':'x'}}}"))
                .isEqualTo("The parameter cannot be converted to a numeric value: x");
        assertThat(
                        Wire.decode(
                                        new QueryCodec(),
                                        "{'TableName':'abc','FilterExpression':'a',"
                                                + "'ExpressionAttributeValues':{':v':"
                                                + "{'SS':['b','a','b']}}}")
                                .expressionAttributes()
                                .valueFault())
                .hasMessage(
                        "One or more parameter values were invalid: Input collection [\"a\", \"b\","
                                + " \"b\"] contains duplicates.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'N':''}                      | The parameter cannot be converted to a numeric value
                    {'N':'x'}                     | The parameter cannot be converted to a numeric value: x
                    {'N':'1e126'}                 | Number overflow. Attempting to store a number with magnitude larger than supported range
                    {'N':'1e2147483647'}          | Number underflow. Attempting to store a number with magnitude smaller than supported range
                    {'N':'1e99999999999'}         | The parameter cannot be converted to a numeric value: 1e99999999999
                    {'SS':['b','a','b']}          | One or more parameter values were invalid: Input collection [b, a, b] contains duplicates.
                    {'BS':['/w==','AA==','AA==']} | One or more parameter values were invalid: Input collection [/w==, AA==, AA==]of type BS contains duplicates.
                    {'NS':['2','1','2']}          | Input collection contains duplicates
                    {'SS':[]}                     | One or more parameter values were invalid: An string set  may not be empty
                    """)
    void batchesThatWriteAnswerInOlderWords(String value, String message) {
        assertThat(
                        Wire.errorOf(
                                new BatchWriteItemCodec(),
                                "{'RequestItems':{'abc':[{'PutRequest':{'Item':{'a':"
                                        + value
                                        + "}}}]}}"))
                .isEqualTo(message);
    }

    @Test
    void violatedConstraintsAreAnsweredBeforeWrongValues() {
        assertThat(
                        Wire.errorOf(
                                new PutItemCodec(),
                                "{'Item':{'a':{}},'ReturnConsumedCapacity':'X'}"))
                .isEqualTo(
                        "2 validation errors detected: Value 'X' at 'returnConsumedCapacity' failed"
                                + " to satisfy constraint: Member must satisfy enum value set:"
                                + " [INDEXES, TOTAL, NONE]; Value null at 'tableName' failed to"
                                + " satisfy constraint: Member must not be null");
    }

    @Test
    void wrongValuesOfTheItemAreAnsweredBeforeThoseOfPlaceholders() {
        assertThat(
                        Wire.errorOf(
                                new PutItemCodec(),
                                "{'TableName':'abc','ExpressionAttributeValues':{':v':{}},"
                                        + "'ConditionExpression':'a = :v',"
                                        + "'Item':{'a':{'N':'x'}}}"))
                .endsWith("The parameter cannot be converted to a numeric value: x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'N':'x'}  | ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: x for key :v
                    {'SS':[]}  | ExpressionAttributeValues contains invalid value: One or more parameter values were invalid: An string set  may not be empty for key :v
                    null       | ExpressionAttributeValues contains invalid value: Supplied AttributeValue is empty, must contain exactly one of the supported datatypes for key :v
                    """)
    void scansKeepAWrongValueOfAPlaceholderWithThePlaceholder(String value, String message) {
        assertThat(
                        Wire.decode(
                                        new ScanCodec(),
                                        "{'TableName':'abc','FilterExpression':'a',"
                                                + "'ExpressionAttributeValues':{':v':"
                                                + value
                                                + "}}")
                                .expressionAttributes()
                                .valueFault())
                .hasMessage(message);
    }

    @Test
    void aWrongValueOfAStartKeyIsKeptForItsTurn() {
        assertThat(
                        Wire.decode(
                                        new ScanCodec(),
                                        "{'TableName':'abc','ExclusiveStartKey':"
                                                + "{'a':{'N':'x'}}}")
                                .startKeyFault())
                .hasMessage(
                        "The provided starting key is invalid: The parameter cannot be converted to"
                                + " a numeric value: x");
    }

    @Test
    void aHugeWrongValueIsNotEchoedInFull() {
        String huge = "x".repeat(100_000);

        assertThat(errorOf("{'a':{'N':'" + huge + "'}}")).hasSizeLessThan(5_000);
        assertThat(errorOf("{'a':{'SS':['" + huge + "','" + huge + "']}}"))
                .hasSizeLessThan(5_000)
                .endsWith("contains duplicates.");
    }

    @Test
    void thirtyOneNestedLevelsPass() {
        assertThat(item("{'a':" + nested(31, "'L':[", "]") + "}").attributes()).containsKey("a");
        assertThat(item("{'a':" + nested(31, "'M':{'k':", "}") + "}").attributes())
                .containsKey("a");
    }

    @Test
    void thirtyTwoNestedLevelsAreTooMany() {
        assertThat(errorOf("{'a':" + nested(32, "'L':[", "]") + "}")).isEqualTo(DEEP);
        assertThat(errorOf("{'a':" + nested(32, "'M':{'k':", "}") + "}")).isEqualTo(DEEP);
    }

    @Test
    void aHundredNestedLevelsAreTooManyInThatWay() {
        assertThat(errorOf("{'a':" + nested(100, "'M':{'k':", "}") + "}")).isEqualTo(DEEP);
    }

    @Test
    void attributeNamesHaveUpTo65535Bytes() {
        assertThat(item("{'" + "n".repeat(65_535) + "':{'S':'x'}}").attributes()).hasSize(1);
        assertThat(errorOf("{'" + "n".repeat(65_536) + "':{'S':'x'}}"))
                .endsWith("Attribute name must have a length of 1 to 65535 bytes");
    }

    @Test
    void surrogatesWithoutPartnersCountAsTheQuestionMarksTheyAreStoredAs() {
        assertThat(item("{'a':{'S':'a\\udc00'}}").attributes())
                .isEqualTo(Map.of("a", new AttributeValue.S("a?")));
        assertThat(errorOf("{'a':{'SS':['\\ud800','\\ud801']}}")).contains("duplicates");
    }

    @Test
    void attributeNamesHaveNoSurrogatesWithoutPartners() {
        assertThat(errorOf("{'\\ud800':{'S':'a'}}")).isEqualTo("SerializationException null");
    }

    @Test
    void surrogatePairsStay() {
        assertThat(item("{'\\ud83d\\ude00':{'S':'\\ud83d\\ude00'}}").attributes())
                .isEqualTo(Map.of("\ud83d\ude00", new AttributeValue.S("\ud83d\ude00")));
    }

    private static String nested(int levels, String open, String close) {
        return ("{" + open).repeat(levels) + "{'S':'x'}" + (close + "}").repeat(levels);
    }

    private static Item item(String json) {
        return Wire.decode(new PutItemCodec(), "{'TableName':'abc','Item':" + json + "}").item();
    }

    private static String errorOf(String json) {
        return Wire.errorOf(new PutItemCodec(), "{'TableName':'abc','Item':" + json + "}");
    }

    private static AttributeValue number(String text) {
        return new AttributeValue.N(Decimal.parse(text));
    }

    private static Binary binary(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return Binary.of(all);
    }
}
