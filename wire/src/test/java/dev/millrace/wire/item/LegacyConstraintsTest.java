package dev.millrace.wire.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Wire;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is wrong with legacy parameters before their meaning is looked at.
class LegacyConstraintsTest {
    private static final String OPERATORS =
            "[IN, NULL, BETWEEN, LT, NOT_CONTAINS, EQ, GT, NOT_NULL, NE, LE, BEGINS_WITH, GE,"
                    + " CONTAINS]";
    private static final Map<String, OperationCodec<?, ?>> CODECS =
            Map.of(
                    "Put", new PutItemCodec(),
                    "Get", new GetItemCodec(),
                    "Update", new UpdateItemCodec(),
                    "Delete", new DeleteItemCodec(),
                    "Query", new QueryCodec(),
                    "Scan", new ScanCodec(),
                    "BatchGet", new BatchGetItemCodec());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Put    | 'Item':{},'Expected':{'a':{'ComparisonOperator':'X'}} | Value 'X' at 'expected.a.member.comparisonOperator' failed to satisfy constraint: Member must satisfy enum value set: $operators
                    Delete | 'Key':{},'ConditionalOperator':'XOR' | Failed to satisfy constraint: Member must satisfy enum value set: [ALL, OR]
                    Update | 'Key':{},'AttributeUpdates':{'a':{'Action':'X'}} | Value 'X' at 'attributeUpdates.a.member.action' failed to satisfy constraint: Member must satisfy enum value set: [ADD, PUT, DELETE]
                    Query  | 'KeyConditions':{'a':{}} | Value null at 'keyConditions.a.member.comparisonOperator' failed to satisfy constraint: Member must not be null
                    Query  | 'QueryFilter':{'a':{'ComparisonOperator':'='}} | Value '=' at 'queryFilter.a.member.comparisonOperator' failed to satisfy constraint: Member must satisfy enum value set: $operators
                    Scan   | 'ScanFilter':{'a':{}} | Value null at 'scanFilter.a.member.comparisonOperator' failed to satisfy constraint: Member must not be null
                    Get    | 'Key':{},'AttributesToGet':[] | Value '[]' at 'attributesToGet' failed to satisfy constraint: Member must have length greater than or equal to 1
                    """)
    void violatedConstraintsAreListed(String operation, String members, String violation) {
        assertThat(error(operation, members))
                .isEqualTo(
                        "1 validation error detected: "
                                + violation.replace("$operators", OPERATORS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Put    | 'Item':{'a':{}},'Expected':{},'ConditionExpression':'' | Expected | ConditionExpression
                    Put    | 'Item':{},'ConditionalOperator':'AND','ConditionExpression':'a' | ConditionalOperator | ConditionExpression
                    Delete | 'Key':{},'Expected':{},'ConditionalOperator':'AND','ConditionExpression':'a' | Expected, ConditionalOperator | ConditionExpression
                    Update | 'Key':{},'AttributeUpdates':{},'ConditionExpression':'a' | AttributeUpdates | ConditionExpression
                    Update | 'Key':{},'ConditionalOperator':'OR','Expected':{'a':{'Value':{}}},'AttributeUpdates':{},'ConditionExpression':'a','UpdateExpression':'b' | AttributeUpdates, Expected, ConditionalOperator | UpdateExpression, ConditionExpression
                    """)
    void writesHaveOneStyle(String operation, String members, String legacy, String expressions) {
        assertThat(error(operation, members))
                .isEqualTo("1 validation error detected: " + mixed(legacy, expressions));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Get    | 'Key':{'a':{}},'AttributesToGet':['a'],'ProjectionExpression':'a' | AttributesToGet | ProjectionExpression
                    Scan   | 'ScanFilter':{},'ProjectionExpression':'a' | ScanFilter | ProjectionExpression
                    Scan   | 'AttributesToGet':['a'],'ScanFilter':{},'ConditionalOperator':'AND','FilterExpression':'a','ProjectionExpression':'b' | AttributesToGet, ScanFilter, ConditionalOperator | ProjectionExpression, FilterExpression
                    Query  | 'AttributesToGet':['a'],'KeyConditionExpression':'a' | AttributesToGet | KeyConditionExpression
                    Query  | 'KeyConditions':{},'KeyConditionExpression':'a' | KeyConditions | KeyConditionExpression
                    Query  | 'KeyConditions':{},'QueryFilter':{},'ProjectionExpression':'a' | QueryFilter | ProjectionExpression
                    Query  | 'KeyConditions':{},'QueryFilter':{},'ConditionalOperator':'OR','KeyConditionExpression':'a','FilterExpression':'b','ProjectionExpression':'c' | QueryFilter, ConditionalOperator, KeyConditions | ProjectionExpression, FilterExpression, KeyConditionExpression
                    """)
    void readsHaveOneStyle(String operation, String members, String legacy, String expressions) {
        assertThat(error(operation, members)).isEqualTo(mixed(legacy, expressions));
    }

    @Test
    void batchReadsHaveOneStyleForEachTable() {
        assertThat(
                        Wire.errorOf(
                                new BatchGetItemCodec(),
                                "{'RequestItems':{'abc':{'Keys':[{}],'AttributesToGet':['a'],"
                                        + "'ProjectionExpression':'a'}}}"))
                .isEqualTo(mixed("AttributesToGet", "ProjectionExpression"));
    }

    @Test
    void keyConditionsMayStandBesideOtherExpressions() {
        assertThat(
                        Wire.decode(
                                        new QueryCodec(),
                                        "{'TableName':'abc','KeyConditions':{},"
                                            + "'FilterExpression':'a','ProjectionExpression':'b'}")
                                .filterExpression())
                .isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Put    | 'Item':{'a':{}} | true
                    Update | 'Key':{},'AttributeUpdates':{'a':{},'b':{}} | true
                    Delete | 'Key':{},'Expected':{} | true
                    Query  | 'KeyConditions':{'a':{'ComparisonOperator':'NULL'},'b':{'ComparisonOperator':'NULL'}} | false
                    Query  | | false
                    Scan   | 'ScanFilter':{} | false
                    Scan   | 'AttributesToGet':['a','b'] | false
                    """)
    void conditionalOperatorNeedsConditions(
            String operation, @Nullable String members, boolean enveloped) {
        assertThat(error(operation, joined(members)))
                .isEqualTo(
                        envelope(enveloped)
                                + "ConditionalOperator cannot be used without Filter or Expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Put    | 'Item':{},'Expected':{'a':{}} | true
                    Update | 'Key':{},'Expected':{'a':{}} | true
                    Query  | 'QueryFilter':{'a':{'ComparisonOperator':'NULL'}} | false
                    Scan   | 'ScanFilter':{'a':{'ComparisonOperator':'NULL'}} | false
                    """)
    void conditionalOperatorNeedsMoreThanOneCondition(
            String operation, String members, boolean enveloped) {
        assertThat(error(operation, joined(members)))
                .isEqualTo(
                        envelope(enveloped)
                                + "ConditionalOperator can only be used when Filter or Expected has"
                                + " two or more elements");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Put    | 'Item':{},'Expected':{'a':{'Value':{}}}
                    Put    | 'Item':{},'Expected':{'a':{'AttributeValueList':[{'S':'x'},{}]}}
                    Update | 'Key':{},'AttributeUpdates':{'a':{'Value':{}}}
                    Query  | 'KeyConditions':{'a':{'ComparisonOperator':'EQ','AttributeValueList':[{}]}}
                    Scan   | 'ScanFilter':{'a':{'ComparisonOperator':'EQ','AttributeValueList':[{}]}}
                    """)
    void valuesAreChecked(String operation, String members) {
        assertThat(error(operation, members))
                .isEqualTo(
                        "Supplied AttributeValue is empty, must contain exactly one of the"
                                + " supported datatypes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Put    | 'Item':{'a':{}} | true | ``
                    Delete | 'Key':{'a':{}},'Expected':{'a':{}} | true | ``
                    Update | 'Key':{'a':{}},'AttributeUpdates':{'a':{}} | true | ``
                    Scan   | 'ScanFilter':{},'ConditionalOperator':'AND' | false | : FilterExpression is null
                    Scan   | 'ProjectionExpression':'a' | false | : FilterExpression is null
                    Query  | 'ProjectionExpression':'a' | false | : FilterExpression and KeyConditionExpression are null
                    Query  | 'KeyConditions':{} | false | ``
                    """)
    void valuesNeedAnExpressionThatTakesThem(
            String operation, String members, boolean enveloped, String missing) {
        assertThat(error(operation, members + ",'ExpressionAttributeValues':{}"))
                .isEqualTo(
                        envelope(enveloped)
                                + "ExpressionAttributeValues can only be specified when using"
                                + " expressions"
                                + missing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Put    | 'Item':{'a':{}},'ExpressionAttributeValues':{} | true
                    Delete | 'Key':{},'ConditionalOperator':'OR' | true
                    Get    | 'Key':{'a':{}} | false
                    Scan   | 'ScanFilter':{},'ConditionalOperator':'AND' | false
                    Query  | 'KeyConditions':{} | false
                    """)
    void namesNeedAnExpression(String operation, String members, boolean enveloped) {
        assertThat(error(operation, members + ",'ExpressionAttributeNames':{}"))
                .isEqualTo(
                        envelope(enveloped)
                                + "ExpressionAttributeNames can only be specified when using"
                                + " expressions");
    }

    @Test
    void at255AttributesToGetEnd() {
        String names =
                IntStream.range(0, 256)
                        .mapToObj(i -> "'a" + i + "'")
                        .collect(Collectors.joining(","));

        assertThat(error("Scan", "'AttributesToGet':[" + names + "]"))
                .endsWith(
                        "at 'attributesToGet' failed to satisfy constraint: Member must have length"
                                + " less than or equal to 255");
        assertThat(
                        Wire.decode(
                                        new ScanCodec(),
                                        "{'TableName':'abc','AttributesToGet':["
                                                + names.substring(0, names.lastIndexOf(','))
                                                + "]}")
                                .legacy()
                                .attributesToGet())
                .hasSize(255);
    }

    private static String error(String operation, String members) {
        return Wire.errorOf(
                Objects.requireNonNull(CODECS.get(operation)),
                "{'TableName':'abc'," + members + "}");
    }

    private static String joined(@Nullable String members) {
        String operator = "'ConditionalOperator':'AND'";
        return members == null ? operator : members + "," + operator;
    }

    private static String envelope(boolean enveloped) {
        return enveloped ? "1 validation error detected: " : "";
    }

    private static String mixed(String legacy, String expressions) {
        return "Can not use both expression and non-expression parameters in the same request:"
                + " Non-expression parameters: {"
                + legacy
                + "} Expression parameters: {"
                + expressions
                + "}";
    }
}
