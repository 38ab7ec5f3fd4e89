package dev.millrace.wire.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.request.AttributeAction;
import dev.millrace.model.request.AttributeValueUpdate;
import dev.millrace.model.request.ConditionalOperator;
import dev.millrace.model.request.ExpectedAttributeValue;
import dev.millrace.model.request.LegacyCondition;
import dev.millrace.model.request.LegacyOperator;
import dev.millrace.model.request.LegacyRead;
import dev.millrace.model.request.LegacyWrite;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.wire.Wire;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class LegacyRequestsTest {
    private static final AttributeValue X = new AttributeValue.S("x");
    private static final LegacyCondition EQUALS_X =
            new LegacyCondition(LegacyOperator.EQ, List.of(X));
    private static final String EQUALS_X_JSON =
            "{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'x'}]}";
    private static final LegacyCondition ABSENT = new LegacyCondition(LegacyOperator.NULL, null);

    @Test
    void putItemWithExpectedValues() {
        assertThat(
                        Wire.decode(
                                        new PutItemCodec(),
                                        "{'TableName':'abc','Item':{},'ConditionalOperator':'OR',"
                                                + "'Expected':{'a':{'Value':{'S':'x'}},"
                                                + "'b':{'Exists':false},'c':"
                                                + EQUALS_X_JSON
                                                + "}}")
                                .legacy())
                .isEqualTo(
                        new LegacyWrite(
                                Map.of(
                                        "a",
                                        new ExpectedAttributeValue(X, null, null, null),
                                        "b",
                                        new ExpectedAttributeValue(null, false, null, null),
                                        "c",
                                        new ExpectedAttributeValue(
                                                null, null, LegacyOperator.EQ, List.of(X))),
                                ConditionalOperator.OR));
    }

    @Test
    void deleteItemWithNothingExpected() {
        assertThat(
                        Wire.decode(
                                        new DeleteItemCodec(),
                                        "{'TableName':'abc','Key':{},'Expected':{}}")
                                .legacy())
                .isEqualTo(new LegacyWrite(Map.of(), null));
    }

    @Test
    void updateItemWithAttributeUpdates() {
        assertThat(
                        Wire.decode(
                                        new UpdateItemCodec(),
                                        "{'TableName':'abc','Key':{},'AttributeUpdates':{"
                                                + "'a':{'Value':{'S':'x'}},'b':{'Action':'DELETE'},"
                                                + "'c':{'Action':'ADD','Value':{'S':'x'}}}}")
                                .attributeUpdates())
                .isEqualTo(
                        Map.of(
                                "a",
                                new AttributeValueUpdate(null, X),
                                "b",
                                new AttributeValueUpdate(AttributeAction.DELETE, null),
                                "c",
                                new AttributeValueUpdate(AttributeAction.ADD, X)));
    }

    @Test
    void queryWithEveryLegacyParameter() {
        assertThat(
                        Wire.decode(
                                        new QueryCodec(),
                                        "{'TableName':'abc','KeyConditions':{'a':"
                                                + EQUALS_X_JSON
                                                + "},'QueryFilter':{'b':{'ComparisonOperator':"
                                                + "'NULL'},'c':"
                                                + EQUALS_X_JSON
                                                + "},'ConditionalOperator':'AND',"
                                                + "'AttributesToGet':['d','e']}")
                                .legacy())
                .isEqualTo(
                        new LegacyRead(
                                Map.of("a", EQUALS_X),
                                Map.of("b", ABSENT, "c", EQUALS_X),
                                ConditionalOperator.AND,
                                List.of("d", "e")));
    }

    @Test
    void scanWithAFilter() {
        assertThat(
                        Wire.decode(
                                        new ScanCodec(),
                                        "{'TableName':'abc','ScanFilter':{'a':{"
                                                + "'ComparisonOperator':'NULL'}}}")
                                .legacy())
                .isEqualTo(new LegacyRead(null, Map.of("a", ABSENT), null, null));
    }

    @Test
    void readsOfItemsWithAttributesToGet() {
        assertThat(
                        Wire.decode(
                                        new GetItemCodec(),
                                        "{'TableName':'abc','Key':{},'AttributesToGet':['a']}")
                                .attributesToGet())
                .containsExactly("a");
        assertThat(
                        Wire.decode(
                                        new BatchGetItemCodec(),
                                        "{'RequestItems':{'abc':{'Keys':[{}],"
                                                + "'AttributesToGet':['b']}}}")
                                .requestItems()
                                .get("abc"))
                .hasFieldOrPropertyWithValue("attributesToGet", List.of("b"));
    }
}
