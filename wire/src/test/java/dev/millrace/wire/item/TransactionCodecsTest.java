package dev.millrace.wire.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.TransactGet;
import dev.millrace.model.request.TransactGetItemsRequest;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.request.TransactWriteItemsRequest;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.response.ItemResponse;
import dev.millrace.model.response.TransactGetItemsResponse;
import dev.millrace.model.response.TransactWriteItemsResponse;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.wire.Wire;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class TransactionCodecsTest {
    private static final Item KEY = Item.of(Map.of("a", new AttributeValue.S("x")));
    private static final ExpressionAttributes PLACEHOLDERS =
            new ExpressionAttributes(Map.of("#b", "b"), Map.of(":v", new AttributeValue.S("y")));

    private final TransactWriteItemsCodec writes = new TransactWriteItemsCodec();
    private final TransactGetItemsCodec reads = new TransactGetItemsCodec();

    @Test
    void everyKindOfActionIsReadWhole() {
        String more =
                "'TableName':'abc','ConditionExpression':'c','ExpressionAttributeNames':{'#b':'b'},"
                        + "'ExpressionAttributeValues':{':v':{'S':'y'}},"
                        + "'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}}";
        String body =
                "{'TransactItems':[{'Put':{'Item':{'a':{'S':'x'}},"
                        + more
                        + ",{'Update':{'Key':{'a':{'S':'x'}},'UpdateExpression':'u',"
                        + more
                        + ",{'Delete':{'Key':{'a':{'S':'x'}},"
                        + more
                        + ",{'ConditionCheck':{'Key':{'a':{'S':'x'}},"
                        + more
                        + "],'ClientRequestToken':'t','ReturnConsumedCapacity':'TOTAL',"
                        + "'ReturnItemCollectionMetrics':'SIZE'}";

        assertThat(Wire.decode(writes, body))
                .isEqualTo(
                        new TransactWriteItemsRequest(
                                List.of(
                                        new TransactWrite.Put("abc", KEY, "c", PLACEHOLDERS, old()),
                                        new TransactWrite.Update(
                                                "abc", KEY, "u", "c", PLACEHOLDERS, old()),
                                        new TransactWrite.Delete(
                                                "abc", KEY, "c", PLACEHOLDERS, old()),
                                        new TransactWrite.ConditionCheck(
                                                "abc", KEY, "c", PLACEHOLDERS, old())),
                                "t",
                                ReturnConsumedCapacity.TOTAL,
                                ReturnItemCollectionMetrics.SIZE));
    }

    @Test
    void readsHaveProjectionsOfTheirOwn() {
        assertThat(
                        Wire.decode(
                                reads,
                                "{'TransactItems':[{'Get':{'TableName':'abc',"
                                        + "'Key':{'a':{'S':'x'}},'ProjectionExpression':'#b',"
                                        + "'ExpressionAttributeNames':{'#b':'b'}}}]}"))
                .isEqualTo(
                        new TransactGetItemsRequest(
                                List.of(
                                        new TransactGet(
                                                "abc",
                                                KEY,
                                                "#b",
                                                new ExpressionAttributes(Map.of("#b", "b"), null))),
                                ReturnConsumedCapacity.NONE));
    }

    @Test
    void readAndWriteUnitsAreToldApart() {
        assertThat(
                        Wire.encode(
                                writes,
                                new TransactWriteItemsResponse(
                                        List.of(
                                                new ConsumedCapacity("abc", 2, false, null, 2.0),
                                                new ConsumedCapacity("def", 4, true, 4.0, null)))))
                .isEqualTo(
                        "{'ConsumedCapacity':["
                            + "{'TableName':'abc','CapacityUnits':2.0,'WriteCapacityUnits':2.0},"
                            + "{'TableName':'def','CapacityUnits':4.0,'ReadCapacityUnits':4.0,"
                            + "'Table':{'CapacityUnits':4.0,'ReadCapacityUnits':4.0}}]}");
    }

    @Test
    void whatIsNotFoundIsAnEmptyResponse() {
        assertThat(
                        Wire.encode(
                                reads,
                                new TransactGetItemsResponse(
                                        List.of(new ItemResponse(null), new ItemResponse(KEY)),
                                        List.of())))
                .isEqualTo("{'Responses':[{},{'Item':{'a':{'S':'x'}}}]}");
    }

    private static ReturnValuesOnConditionCheckFailure old() {
        return ReturnValuesOnConditionCheckFailure.ALL_OLD;
    }
}
