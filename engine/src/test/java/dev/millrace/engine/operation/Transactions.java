package dev.millrace.engine.operation;

import static dev.millrace.engine.EngineFixture.text;

import dev.millrace.engine.EngineFixture;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.TransactGet;
import dev.millrace.model.request.TransactGetItemsRequest;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.request.TransactWriteItemsRequest;
import dev.millrace.model.response.TransactGetItemsResponse;
import dev.millrace.model.response.TransactWriteItemsResponse;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// Short forms of transactions on tables whose partition key is the string `pk`.
final class Transactions {
    private static final ReturnValuesOnConditionCheckFailure SILENT =
            ReturnValuesOnConditionCheckFailure.NONE;

    private final EngineFixture fixture;

    Transactions(EngineFixture fixture) {
        this.fixture = fixture;
    }

    TransactWriteItemsResponse write(TransactWrite... actions) {
        return write(null, ReturnConsumedCapacity.NONE, actions);
    }

    TransactWriteItemsResponse write(
            @Nullable String token, ReturnConsumedCapacity capacity, TransactWrite... actions) {
        return fixture.engine()
                .transactWriteItems()
                .execute(
                        new TransactWriteItemsRequest(
                                List.of(actions),
                                token,
                                capacity,
                                ReturnItemCollectionMetrics.NONE));
    }

    TransactGetItemsResponse get(ReturnConsumedCapacity capacity, TransactGet... reads) {
        return fixture.engine()
                .transactGetItems()
                .execute(new TransactGetItemsRequest(List.of(reads), capacity));
    }

    static TransactGet read(String table, String key) {
        return new TransactGet(table, key(key), null, ExpressionAttributes.NONE);
    }

    static TransactWrite put(String table, String key, String value) {
        return put(table, item(key, value), null, SILENT);
    }

    static TransactWrite put(
            String table,
            Item item,
            @Nullable String condition,
            ReturnValuesOnConditionCheckFailure onFailure) {
        return new TransactWrite.Put(table, item, condition, ExpressionAttributes.NONE, onFailure);
    }

    static TransactWrite update(
            String table, String key, String update, Map<String, AttributeValue> values) {
        return new TransactWrite.Update(table, key(key), update, null, values(values), SILENT);
    }

    static TransactWrite delete(String table, String key) {
        return new TransactWrite.Delete(table, key(key), null, ExpressionAttributes.NONE, SILENT);
    }

    static TransactWrite check(String table, String key, String condition) {
        return new TransactWrite.ConditionCheck(
                table, key(key), condition, ExpressionAttributes.NONE, SILENT);
    }

    static Item key(String key) {
        return Item.of(Map.of("pk", text(key)));
    }

    static Item item(String key, String value) {
        return Item.of(Map.of("pk", text(key), "v", text(value)));
    }

    private static ExpressionAttributes values(Map<String, AttributeValue> values) {
        return values.isEmpty()
                ? ExpressionAttributes.NONE
                : new ExpressionAttributes(null, values);
    }
}
