package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

import java.util.Map;

/// PutItem, GetItem, UpdateItem and DeleteItem.
final class ItemOperationsTest extends ClientTest {
    ItemOperationsTest(Storage storage) {
        super(storage);
    }

    @Test
    void putItemIsReadBack() {
        String table = newTable();
        Map<String, AttributeValue> item = Items.with(Items.key("a"), "color", Items.s("red"));

        put(table, item);

        assertThat(get(table, "a").item()).isEqualTo(item);
    }

    @Test
    void missingItemIsAnsweredWithoutItem() {
        assertThat(get(newTable(), "nobody").hasItem()).isFalse();
    }

    @Test
    void readOfAMissingTableIsRefused() {
        assertThatThrownBy(() -> get(newName(), "a")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void putReturnsTheItemThatItReplaced() {
        String table = newTable();
        Map<String, AttributeValue> old = Items.with(Items.key("a"), "color", Items.s("red"));
        put(table, old);

        Map<String, AttributeValue> returned =
                tables().putItem(request ->
                                request.tableName(table)
                                        .item(Items.key("a"))
                                        .returnValues(ReturnValue.ALL_OLD))
                        .attributes();

        assertThat(returned).isEqualTo(old);
    }

    @Test
    void updateCountsAndReturnsTheNewValue() {
        String table = newTable();
        add(table, 5);

        assertThat(add(table, -2).attributes()).isEqualTo(Map.of("count", Items.n(3)));
    }

    @Test
    void deleteReturnsTheItemAndRemovesIt() {
        String table = newTable();
        put(table, Items.key("a"));

        Map<String, AttributeValue> returned =
                tables().deleteItem(request ->
                                request.tableName(table)
                                        .key(Items.key("a"))
                                        .returnValues(ReturnValue.ALL_OLD))
                        .attributes();

        assertThat(returned).isEqualTo(Items.key("a"));
        assertThat(get(table, "a").hasItem()).isFalse();
    }

    @Test
    void failedConditionCarriesTheItem() {
        String table = newTable();
        Map<String, AttributeValue> item = Items.with(Items.key("a"), "color", Items.s("red"));
        put(table, item);

        ConditionalCheckFailedException failure =
                catchThrowableOfType(
                        ConditionalCheckFailedException.class, () -> putIfAbsent(table, "a"));

        assertThat(failure.item()).isEqualTo(item);
    }

    @Test
    void metConditionLetsTheWriteThrough() {
        String table = newTable();

        putIfAbsent(table, "a");

        assertThat(get(table, "a").item()).isEqualTo(Items.key("a"));
    }

    @Test
    void projectionReadsOnlyWhatWasAskedFor() {
        String table = newTable();
        AttributeValue size = AttributeValue.fromM(Map.of("w", Items.n(3), "h", Items.n(4)));
        put(table, Items.with(Items.key("a"), "size", size));

        Map<String, AttributeValue> read =
                tables().getItem(request ->
                                request.tableName(table)
                                        .key(Items.key("a"))
                                        .projectionExpression("#s.w")
                                        .expressionAttributeNames(Map.of("#s", "size")))
                        .item();

        assertThat(read).isEqualTo(Map.of("size", AttributeValue.fromM(Map.of("w", Items.n(3)))));
    }

    @Test
    void itemWithoutItsKeyIsRefusedAsInvalid() {
        String table = newTable();

        DynamoDbException refusal =
                catchThrowableOfType(
                        DynamoDbException.class, () -> put(table, Map.of("color", Items.s("red"))));

        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
        assertThat(refusal.awsErrorDetails().errorMessage())
                .contains("Missing the key pk in the item");
        assertThat(refusal.requestId()).matches("[A-Z0-9]{52}");
    }

    private void put(String table, Map<String, AttributeValue> item) {
        tables().putItem(request -> request.tableName(table).item(item));
    }

    private void putIfAbsent(String table, String partitionKey) {
        tables().putItem(request ->
                request.tableName(table)
                        .item(Items.key(partitionKey))
                        .conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private UpdateItemResponse add(String table, long amount) {
        return tables().updateItem(request ->
                request.tableName(table)
                        .key(Items.key("a"))
                        .updateExpression("ADD #c :n")
                        .expressionAttributeNames(Map.of("#c", "count"))
                        .expressionAttributeValues(Map.of(":n", Items.n(amount)))
                        .returnValues(ReturnValue.UPDATED_NEW));
    }

    private GetItemResponse get(String table, String partitionKey) {
        return tables().getItem(request ->
                request.tableName(table).key(Items.key(partitionKey)).consistentRead(true));
    }
}
