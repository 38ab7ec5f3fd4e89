package dev.millrace.wire.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.KeysAndAttributes;
import dev.millrace.model.request.WriteRequest;
import dev.millrace.model.response.BatchGetItemResponse;
import dev.millrace.model.response.BatchWriteItemResponse;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.response.DeleteItemResponse;
import dev.millrace.model.response.GetItemResponse;
import dev.millrace.model.response.PutItemResponse;
import dev.millrace.model.response.QueryResponse;
import dev.millrace.model.response.ScanResponse;
import dev.millrace.model.response.UpdateItemResponse;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.wire.Wire;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ItemResponsesTest {
    private static final Item ITEM = Item.of(Map.of("pk", new AttributeValue.S("x")));
    private static final ConsumedCapacity TOTAL = new ConsumedCapacity("abc", 0.5, false);
    private static final ConsumedCapacity INDEXES = new ConsumedCapacity("abc", 1, true);

    @Test
    void anAnswerWithNothingToTellIsAnEmptyObject() {
        assertThat(Wire.encode(new PutItemCodec(), new PutItemResponse(null, null)))
                .isEqualTo("{}");
        assertThat(Wire.encode(new UpdateItemCodec(), new UpdateItemResponse(null, null)))
                .isEqualTo("{}");
        assertThat(Wire.encode(new DeleteItemCodec(), new DeleteItemResponse(null, null)))
                .isEqualTo("{}");
        assertThat(Wire.encode(new GetItemCodec(), new GetItemResponse(null, null)))
                .isEqualTo("{}");
    }

    @Test
    void anItemWithoutAttributesIsThere() {
        assertThat(Wire.encode(new GetItemCodec(), new GetItemResponse(Item.of(Map.of()), null)))
                .isEqualTo("{'Item':{}}");
    }

    @Test
    void attributesAndCapacityAreShown() {
        assertThat(Wire.encode(new PutItemCodec(), new PutItemResponse(ITEM, TOTAL)))
                .isEqualTo(
                        "{'Attributes':{'pk':{'S':'x'}},"
                                + "'ConsumedCapacity':{'TableName':'abc','CapacityUnits':0.5}}");
    }

    @Test
    void detailedCapacityListsTheTable() {
        assertThat(Wire.encode(new GetItemCodec(), new GetItemResponse(null, INDEXES)))
                .isEqualTo(
                        "{'ConsumedCapacity':{'TableName':'abc','CapacityUnits':1.0,"
                                + "'Table':{'CapacityUnits':1.0}}}");
    }

    @Test
    void allTypesAreWritten() {
        Item item =
                Item.of(
                        Map.ofEntries(
                                Map.entry("a", new AttributeValue.S("é\"\n")),
                                Map.entry("b", new AttributeValue.N(Decimal.parse("1e3"))),
                                Map.entry("c", new AttributeValue.B(Binary.of(new byte[] {1}))),
                                Map.entry("d", new AttributeValue.Bool(true)),
                                Map.entry("e", new AttributeValue.Null()),
                                Map.entry("f", AttributeValue.SS.of(List.of("y", "x"))),
                                Map.entry("g", AttributeValue.NS.of(List.of(Decimal.of(1)))),
                                Map.entry(
                                        "h",
                                        AttributeValue.BS.of(
                                                List.of(Binary.of(new byte[] {1, 2, 3})))),
                                Map.entry(
                                        "i",
                                        new AttributeValue.L(List.of(new AttributeValue.Null()))),
                                Map.entry(
                                        "j",
                                        new AttributeValue.M(
                                                Map.of("\"", new AttributeValue.Bool(false))))));

        assertThat(Wire.encode(new GetItemCodec(), new GetItemResponse(item, null)))
                .isEqualTo(
                        "{'Item':{'a':{'S':'é\\'\\n'},'b':{'N':'1000'},'c':{'B':'AQ=='},"
                                + "'d':{'BOOL':true},'e':{'NULL':true},'f':{'SS':['x','y']},"
                                + "'g':{'NS':['1']},'h':{'BS':['AQID']},'i':{'L':[{'NULL':true}]},"
                                + "'j':{'M':{'\\'':{'BOOL':false}}}}}");
    }

    @Test
    void aPageShowsItemsCountsAndWhereItEnded() {
        assertThat(
                        Wire.encode(
                                new QueryCodec(),
                                new QueryResponse(List.of(ITEM, ITEM), 2, 3, ITEM, TOTAL)))
                .isEqualTo(
                        "{'Items':[{'pk':{'S':'x'}},{'pk':{'S':'x'}}],'Count':2,'ScannedCount':3,"
                                + "'LastEvaluatedKey':{'pk':{'S':'x'}},"
                                + "'ConsumedCapacity':{'TableName':'abc','CapacityUnits':0.5}}");
    }

    @Test
    void aCountedPageHasNoItemsAndALastPageNoKey() {
        assertThat(Wire.encode(new ScanCodec(), new ScanResponse(null, 2, 3, null, null)))
                .isEqualTo("{'Count':2,'ScannedCount':3}");
        assertThat(Wire.encode(new ScanCodec(), new ScanResponse(List.of(), 0, 0, null, null)))
                .isEqualTo("{'Items':[],'Count':0,'ScannedCount':0}");
    }

    @Test
    void aBatchAlwaysShowsWhatIsUnprocessed() {
        assertThat(
                        Wire.encode(
                                new BatchWriteItemCodec(),
                                new BatchWriteItemResponse(Map.of(), List.of())))
                .isEqualTo("{'UnprocessedItems':{}}");
        assertThat(
                        Wire.encode(
                                new BatchGetItemCodec(),
                                new BatchGetItemResponse(
                                        Map.of("abc", List.of()), Map.of(), List.of())))
                .isEqualTo("{'Responses':{'abc':[]},'UnprocessedKeys':{}}");
    }

    @Test
    void unprocessedWritesCanBeSentAgainAsTheyAre() {
        assertThat(
                        Wire.encode(
                                new BatchWriteItemCodec(),
                                new BatchWriteItemResponse(
                                        Map.of(
                                                "abc",
                                                List.of(
                                                        new WriteRequest.Put(ITEM),
                                                        new WriteRequest.Delete(ITEM))),
                                        List.of(TOTAL))))
                .isEqualTo(
                        "{'UnprocessedItems':{'abc':[{'PutRequest':{'Item':{'pk':{'S':'x'}}}},"
                                + "{'DeleteRequest':{'Key':{'pk':{'S':'x'}}}}]},"
                                + "'ConsumedCapacity':[{'TableName':'abc','CapacityUnits':0.5}]}");
    }

    @Test
    void unprocessedKeysCanBeSentAgainAsTheyAre() {
        KeysAndAttributes keys =
                new KeysAndAttributes(
                        List.of(ITEM),
                        true,
                        "#n",
                        new ExpressionAttributes(Map.of("#n", "n"), null));

        assertThat(
                        Wire.encode(
                                new BatchGetItemCodec(),
                                new BatchGetItemResponse(
                                        Map.of("abc", List.of(ITEM)),
                                        Map.of("abc", keys),
                                        List.of(INDEXES))))
                .isEqualTo(
                        "{'Responses':{'abc':[{'pk':{'S':'x'}}]},'UnprocessedKeys':{'abc':{"
                                + "'Keys':[{'pk':{'S':'x'}}],'ConsistentRead':true,"
                                + "'ProjectionExpression':'#n',"
                                + "'ExpressionAttributeNames':{'#n':'n'}}},"
                                + "'ConsumedCapacity':[{'TableName':'abc','CapacityUnits':1.0,"
                                + "'Table':{'CapacityUnits':1.0}}]}");
    }

    @Test
    void unprocessedKeysKeepTheirAttributesToGet() {
        KeysAndAttributes keys =
                new KeysAndAttributes(
                        List.of(ITEM), false, null, ExpressionAttributes.NONE, List.of("a", "b"));

        assertThat(
                        Wire.encode(
                                new BatchGetItemCodec(),
                                new BatchGetItemResponse(Map.of(), Map.of("abc", keys), List.of())))
                .isEqualTo(
                        "{'Responses':{},'UnprocessedKeys':{'abc':{'Keys':[{'pk':{'S':'x'}}],"
                                + "'AttributesToGet':['a','b']}}}");
    }
}
