package dev.millrace.wire.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.request.BatchGetItemRequest;
import dev.millrace.model.request.BatchWriteItemRequest;
import dev.millrace.model.request.DeleteItemRequest;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.GetItemRequest;
import dev.millrace.model.request.KeysAndAttributes;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.request.QueryRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.ScanRequest;
import dev.millrace.model.request.Select;
import dev.millrace.model.request.UpdateItemRequest;
import dev.millrace.model.request.WriteRequest;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.wire.Wire;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ItemRequestsTest {
    private static final Item KEY = Item.of(Map.of("pk", new AttributeValue.S("x")));
    private static final String KEY_JSON = "{'pk':{'S':'x'}}";
    private static final String PLACEHOLDERS =
            "'ExpressionAttributeNames':{'#n':'n'},"
                    + "'ExpressionAttributeValues':{':v':{'BOOL':true}}";
    private static final ExpressionAttributes PLACED =
            new ExpressionAttributes(
                    Map.of("#n", "n"), Map.of(":v", new AttributeValue.Bool(true)));

    @Test
    void putItemHasDefaults() {
        assertThat(Wire.decode(new PutItemCodec(), "{'TableName':'abc','Item':" + KEY_JSON + "}"))
                .isEqualTo(
                        new PutItemRequest(
                                "abc",
                                KEY,
                                null,
                                ExpressionAttributes.NONE,
                                ReturnValues.NONE,
                                ReturnValuesOnConditionCheckFailure.NONE,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
    }

    @Test
    void putItemWithEverything() {
        assertThat(
                        Wire.decode(
                                new PutItemCodec(),
                                "{'TableName':'abc','Item':"
                                        + KEY_JSON
                                        + ",'ConditionExpression':'#n = :v',"
                                        + PLACEHOLDERS
                                        + ",'ReturnValues':'ALL_OLD',"
                                        + "'ReturnValuesOnConditionCheckFailure':'ALL_OLD',"
                                        + "'ReturnConsumedCapacity':'TOTAL',"
                                        + "'ReturnItemCollectionMetrics':'SIZE'}"))
                .isEqualTo(
                        new PutItemRequest(
                                "abc",
                                KEY,
                                "#n = :v",
                                PLACED,
                                ReturnValues.ALL_OLD,
                                ReturnValuesOnConditionCheckFailure.ALL_OLD,
                                ReturnConsumedCapacity.TOTAL,
                                ReturnItemCollectionMetrics.SIZE));
    }

    @Test
    void updateItemWithEverything() {
        assertThat(
                        Wire.decode(
                                new UpdateItemCodec(),
                                "{'TableName':'abc','Key':"
                                        + KEY_JSON
                                        + ",'UpdateExpression':'SET a = :v',"
                                        + "'ConditionExpression':'#n = :v',"
                                        + PLACEHOLDERS
                                        + ",'ReturnValues':'UPDATED_NEW',"
                                        + "'ReturnConsumedCapacity':'INDEXES'}"))
                .isEqualTo(
                        new UpdateItemRequest(
                                "abc",
                                KEY,
                                "SET a = :v",
                                "#n = :v",
                                PLACED,
                                ReturnValues.UPDATED_NEW,
                                ReturnValuesOnConditionCheckFailure.NONE,
                                ReturnConsumedCapacity.INDEXES,
                                ReturnItemCollectionMetrics.NONE));
    }

    @Test
    void deleteItemWithACondition() {
        assertThat(
                        Wire.decode(
                                new DeleteItemCodec(),
                                "{'TableName':'abc','Key':"
                                        + KEY_JSON
                                        + ",'ConditionExpression':'#n = :v',"
                                        + PLACEHOLDERS
                                        + "}"))
                .isEqualTo(
                        new DeleteItemRequest(
                                "abc",
                                KEY,
                                "#n = :v",
                                PLACED,
                                ReturnValues.NONE,
                                ReturnValuesOnConditionCheckFailure.NONE,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
    }

    @Test
    void getItemWithEverything() {
        assertThat(
                        Wire.decode(
                                new GetItemCodec(),
                                "{'TableName':'abc','Key':"
                                        + KEY_JSON
                                        + ",'ConsistentRead':true,'ProjectionExpression':'#n',"
                                        + "'ExpressionAttributeNames':{'#n':'n'},"
                                        + "'ReturnConsumedCapacity':'TOTAL'}"))
                .isEqualTo(
                        new GetItemRequest(
                                "abc",
                                KEY,
                                true,
                                "#n",
                                new ExpressionAttributes(Map.of("#n", "n"), null),
                                ReturnConsumedCapacity.TOTAL));
    }

    @Test
    void queryHasDefaults() {
        assertThat(
                        Wire.decode(
                                new QueryCodec(),
                                "{'TableName':'abc','KeyConditionExpression':'pk = :v'}"))
                .isEqualTo(
                        new QueryRequest(
                                "abc",
                                "pk = :v",
                                null,
                                null,
                                ExpressionAttributes.NONE,
                                null,
                                null,
                                false,
                                true,
                                null,
                                ReturnConsumedCapacity.NONE));
    }

    @Test
    void queryWithEverything() {
        assertThat(
                        Wire.decode(
                                new QueryCodec(),
                                "{'TableName':'abc','KeyConditionExpression':'pk = :v',"
                                        + "'FilterExpression':'f','ProjectionExpression':'p',"
                                        + PLACEHOLDERS
                                        + ",'Select':'COUNT','Limit':7,'ConsistentRead':true,"
                                        + "'ScanIndexForward':false,'ExclusiveStartKey':"
                                        + KEY_JSON
                                        + "}"))
                .isEqualTo(
                        new QueryRequest(
                                "abc",
                                "pk = :v",
                                "f",
                                "p",
                                PLACED,
                                Select.COUNT,
                                7,
                                true,
                                false,
                                KEY,
                                ReturnConsumedCapacity.NONE));
    }

    @Test
    void scanWithEverything() {
        assertThat(
                        Wire.decode(
                                new ScanCodec(),
                                "{'TableName':'abc','FilterExpression':'f',"
                                        + "'ProjectionExpression':'p',"
                                        + PLACEHOLDERS
                                        + ",'Select':'SPECIFIC_ATTRIBUTES','Limit':7,"
                                        + "'ConsistentRead':true,'Segment':1,'TotalSegments':4,"
                                        + "'ExclusiveStartKey':"
                                        + KEY_JSON
                                        + "}"))
                .isEqualTo(
                        new ScanRequest(
                                "abc",
                                "f",
                                "p",
                                PLACED,
                                Select.SPECIFIC_ATTRIBUTES,
                                7,
                                true,
                                KEY,
                                1,
                                4,
                                ReturnConsumedCapacity.NONE));
    }

    @Test
    void batchWriteItemKeepsTheOrderOfTheRequest() {
        BatchWriteItemRequest request =
                Wire.decode(
                        new BatchWriteItemCodec(),
                        "{'RequestItems':{'zzz':[{'PutRequest':{'Item':"
                                + KEY_JSON
                                + "}}],'aaa':[{'DeleteRequest':{'Key':"
                                + KEY_JSON
                                + "}}]}}");

        assertThat(request.requestItems())
                .containsExactly(
                        Map.entry("zzz", List.of(new WriteRequest.Put(KEY))),
                        Map.entry("aaa", List.of(new WriteRequest.Delete(KEY))));
    }

    @Test
    void batchGetItemReadsKeysByTable() {
        BatchGetItemRequest request =
                Wire.decode(
                        new BatchGetItemCodec(),
                        "{'RequestItems':{'abc':{'Keys':["
                                + KEY_JSON
                                + "],'ConsistentRead':true,'ProjectionExpression':'#n',"
                                + "'ExpressionAttributeNames':{'#n':'n'}}},"
                                + "'ReturnConsumedCapacity':'TOTAL'}");

        assertThat(request)
                .isEqualTo(
                        new BatchGetItemRequest(
                                Map.of(
                                        "abc",
                                        new KeysAndAttributes(
                                                List.of(KEY),
                                                true,
                                                "#n",
                                                new ExpressionAttributes(Map.of("#n", "n"), null))),
                                ReturnConsumedCapacity.TOTAL));
    }

    @Test
    void theArnOfATableStandsForItsName() {
        String arn = "arn:aws:dynamodb:eu-west-1:000000000000:table/abc";

        assertThat(
                        Wire.decode(
                                        new GetItemCodec(),
                                        "{'TableName':'" + arn + "','Key':" + KEY_JSON + "}")
                                .tableName())
                .isEqualTo("abc");
        assertThat(
                        Wire.decode(
                                        new BatchGetItemCodec(),
                                        "{'RequestItems':{'"
                                                + arn
                                                + "':{'Keys':["
                                                + KEY_JSON
                                                + "]}}}")
                                .requestItems())
                .containsOnlyKeys("abc");
    }
}
