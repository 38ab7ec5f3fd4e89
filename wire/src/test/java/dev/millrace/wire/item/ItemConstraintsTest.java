package dev.millrace.wire.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ItemConstraintsTest {
    private static final Map<String, OperationCodec<?, ?>> CODECS =
            Map.of(
                    "Put", new PutItemCodec(),
                    "Get", new GetItemCodec(),
                    "Update", new UpdateItemCodec(),
                    "Delete", new DeleteItemCodec(),
                    "Query", new QueryCodec(),
                    "Scan", new ScanCodec(),
                    "BatchWrite", new BatchWriteItemCodec(),
                    "BatchGet", new BatchGetItemCodec());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Get    | {}  | 2 validation errors detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null; Value null at 'key' failed to satisfy constraint: Member must not be null
                    Get    | {'TableName':''} | 1 validation error detected: Value at 'TableName' failed to satisfy constraint: Member must have length greater than or equal to 1
                    Scan   | {} | 1 validation error detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null
                    Query  | {'TableName':'abc','Limit':0} | 1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member must have value greater than or equal to 1
                    Scan   | {'TableName':'abc','Limit':0} | 1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
                    Scan   | {'TableName':'abc','Segment':-1,'TotalSegments':1000001} | 2 validation errors detected: Value '1000001' at 'totalSegments' failed to satisfy constraint: Member must have value less than or equal to 1000000; Value '-1' at 'segment' failed to satisfy constraint: Member must have value greater than or equal to 0
                    Scan   | {'TableName':'abc','Select':'X'} | 1 validation error detected: Value 'X' at 'select' failed to satisfy constraint: Member must satisfy enum value set: [SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]
                    Put    | {'TableName':'abc','Item':{},'ReturnValues':'X'} | 1 validation error detected: Failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATE_NEW, NONE]
                    Put    | {'TableName':'abc','Item':{},'ReturnValues':'X','ReturnConsumedCapacity':'Y','ReturnItemCollectionMetrics':'Z'} | 3 validation errors detected: Value 'Y' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]; Failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATE_NEW, NONE]; Value 'Z' at 'returnItemCollectionMetrics' failed to satisfy constraint: Member must satisfy enum value set: [SIZE, NONE]
                    Update | {'TableName':'abc','Key':{},'ReturnValues':'X','ReturnConsumedCapacity':'Y'} | 1 validation error detected: Failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, UPDATED_OLD, ALL_NEW, UPDATE_NEW, NONE]
                    Delete | {'TableName':'abc','Key':{},'ReturnValuesOnConditionCheckFailure':'X'} | 1 validation error detected: Value 'X' at 'returnValuesOnConditionCheckFailure' failed to satisfy constraint: Member must satisfy enum value set: [ALL_OLD, NONE]
                    Get    | {'TableName':'arn:aws:s3:::abc','Key':{}} | Invalid TableArn: arn:aws:s3:::abc
                    BatchGet   | {} | 1 validation error detected: Value null at 'requestItems' failed to satisfy constraint: Member must not be null
                    BatchGet   | {'RequestItems':{}} | 1 validation error detected: Value at 'RequestItems' failed to satisfy constraint: Member must have length greater than or equal to 1
                    BatchGet   | {'RequestItems':{'abc':{}}} | 1 validation error detected: Value null at 'requestItems.abc.member.keys' failed to satisfy constraint: Member must not be null
                    BatchGet   | {'RequestItems':{'abc':{'Keys':[]}}} | 1 validation error detected: Value at 'RequestItems.abc.member.Keys' failed to satisfy constraint: Member must have length greater than or equal to 1
                    BatchWrite | {} | 1 validation error detected: Value null at 'requestItems' failed to satisfy constraint: Member must not be null
                    BatchWrite | {'RequestItems':{}} | The requestItems parameter is required for BatchWriteItem
                    BatchWrite | {'RequestItems':{'abc':[]}} | 1 validation error detected: Value '{abc=[]}' at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 25, Member must have length greater than or equal to 1]
                    BatchWrite | {'RequestItems':{'abc':[{'PutRequest':{}}]}} | 1 validation error detected: Value null at 'requestItems.abc.member.1.member.putRequest.item' failed to satisfy constraint: Member must not be null
                    BatchWrite | {'RequestItems':{'abc':[{}]}} | Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes
                    BatchWrite | {'RequestItems':{'abc':[{'PutRequest':{'Item':{}},'DeleteRequest':{'Key':{}}}]}} | Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes
                    """)
    void violatedConstraintsAreListed(String operation, String body, String message) {
        assertThat(Wire.errorOf(codec(operation), body)).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Query", "Scan"})
    void indexNamesHaveTheFormOfTableNames(String operation) {
        assertThat(Wire.errorOf(codec(operation), "{'TableName':'abc','IndexName':'a;'}"))
                .isEqualTo(
                        "2 validation errors detected: Value 'a;' at 'indexName' failed to satisfy"
                            + " constraint: Member must satisfy regular expression pattern:"
                            + " [a-zA-Z0-9_.-]+; Value 'a;' at 'indexName' failed to satisfy"
                            + " constraint: Member must have length greater than or equal to 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {25, 26})
    void batchWriteItemTakes25RequestsOfOneTable(int count) {
        String body = "{'RequestItems':{'abc':[" + deletes(count) + "]}}";

        if (count <= 25) {
            assertThat(Wire.decode(new BatchWriteItemCodec(), body).requestItems().get("abc"))
                    .hasSize(count);
        } else {
            assertThat(Wire.errorOf(codec("BatchWrite"), body))
                    .startsWith("1 validation error detected: Value '{abc=[WriteRequest(")
                    .endsWith(
                            "' at 'requestItems' failed to satisfy constraint: Map value must"
                                    + " satisfy constraint: [Member must have length less than or"
                                    + " equal to 25, Member must have length greater than or equal"
                                    + " to 1]");
        }
    }

    @Test
    void batchWriteItemTakes25RequestsOfAllTables() {
        assertThat(
                        Wire.errorOf(
                                codec("BatchWrite"),
                                "{'RequestItems':{'abc':["
                                        + deletes(25)
                                        + "],'def':["
                                        + deletes(1)
                                        + "]}}"))
                .isEqualTo("Too many items requested for the BatchWriteItem call");
    }

    @Test
    void batchGetItemTakes100KeysOfOneTable() {
        assertThat(
                        Wire.decode(
                                        new BatchGetItemCodec(),
                                        "{'RequestItems':{'abc':{'Keys':[" + keys(100) + "]}}}")
                                .requestItems()
                                .values())
                .first()
                .satisfies(keys -> assertThat(keys.keys()).hasSize(100));
        assertThat(
                        Wire.errorOf(
                                codec("BatchGet"),
                                "{'RequestItems':{'abc':{'Keys':[" + keys(101) + "]}}}"))
                .isEqualTo(
                        "1 validation error detected: Value at 'RequestItems.abc.member.Keys'"
                            + " failed to satisfy constraint: Member must have length less than or"
                            + " equal to 100");
    }

    @Test
    void batchGetItemTakes100KeysOfAllTables() {
        assertThat(
                        Wire.errorOf(
                                codec("BatchGet"),
                                "{'RequestItems':{'abc':{'Keys':["
                                        + keys(100)
                                        + "]},'def':{'Keys':["
                                        + keys(1)
                                        + "]}}}"))
                .isEqualTo("Too many items requested for the BatchGetItem call");
    }

    @Test
    void noMoreThanTenViolationsAreListed() {
        String requests =
                IntStream.range(0, 12)
                        .mapToObj(_ -> "{'PutRequest':{}}")
                        .collect(Collectors.joining(","));

        assertThat(Wire.errorOf(codec("BatchWrite"), "{'RequestItems':{'abc':[" + requests + "]}}"))
                .startsWith("10 validation errors detected: ")
                .contains("member.10.member")
                .doesNotContain("member.11.member");
    }

    @Test
    void aHugeValueIsNotEchoedInFull() {
        assertThat(Wire.errorOf(codec("Scan"), "{'TableName':'" + "x".repeat(100_000) + "'}"))
                .hasSizeLessThan(5_000)
                .endsWith("Member must have length less than or equal to 255");
    }

    private static String deletes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'DeleteRequest':{'Key':{'pk':{'N':'" + i + "'}}}}")
                .collect(Collectors.joining(","));
    }

    private static String keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'pk':{'N':'" + i + "'}}")
                .collect(Collectors.joining(","));
    }

    private static OperationCodec<?, ?> codec(String operation) {
        return Objects.requireNonNull(CODECS.get(operation));
    }
}
