package dev.millrace.conformance.linearizability;

import dev.millrace.testkit.linearizability.Cells.Input;
import dev.millrace.testkit.linearizability.Cells.Output;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.util.List;
import java.util.Map;

/// A table whose items are cells: asks it by the API what [Input] says, and reads the answer.
record CellTable(DynamoDbClient client) {
    private static final String NAME = "cells";
    private static final String KEY = "cell";
    private static final String NUMBER = "n";

    void create() {
        client.createTable(request ->
                request.tableName(NAME)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                                AttributeDefinition.builder()
                                        .attributeName(KEY)
                                        .attributeType(ScalarAttributeType.S)
                                        .build())
                        .keySchema(
                                KeySchemaElement.builder()
                                        .attributeName(KEY)
                                        .keyType(KeyType.HASH)
                                        .build()));
    }

    Output ask(Input input) {
        return switch (input) {
            case Input.Read(String cell) ->
                    new Output.One(
                            number(
                                    client.getItem(request ->
                                                    request.tableName(NAME)
                                                            .key(key(cell))
                                                            .consistentRead(true))
                                            .item()));
            case Input.ReadTogether(List<String> cells) -> readTogether(cells);
            case Input.Write(String cell, long number) ->
                    new Output.One(
                            number(
                                    client.putItem(request ->
                                                    request.tableName(NAME)
                                                            .item(item(cell, number))
                                                            .returnValues(ReturnValue.ALL_OLD))
                                            .attributes()));
            case Input.Remove(String cell) ->
                    new Output.One(
                            number(
                                    client.deleteItem(request ->
                                                    request.tableName(NAME)
                                                            .key(key(cell))
                                                            .returnValues(ReturnValue.ALL_OLD))
                                            .attributes()));
            case Input.Add(String cell, long number) -> add(cell, number);
            case Input.WriteIf(String cell, Long expected, long number) ->
                    writeIf(cell, expected, number);
            case Input.Move move -> move(move);
        };
    }

    private Output readTogether(List<String> cells) {
        List<TransactGetItem> reads =
                cells.stream()
                        .map(cell ->
                                TransactGetItem.builder()
                                        .get(get -> get.tableName(NAME).key(key(cell)))
                                        .build())
                        .toList();
        return new Output.Several(
                client
                        .transactGetItems(request -> request.transactItems(reads))
                        .responses()
                        .stream()
                        .<@Nullable Long>map(response -> number(response.item()))
                        .toList());
    }

    private Output add(String cell, long number) {
        return new Output.One(
                number(
                        client.updateItem(request ->
                                        request.tableName(NAME)
                                                .key(key(cell))
                                                .updateExpression("ADD n :n")
                                                .expressionAttributeValues(
                                                        Map.of(":n", value(number)))
                                                .returnValues(ReturnValue.UPDATED_NEW))
                                .attributes()));
    }

    private Output writeIf(String cell, @Nullable Long expected, long number) {
        try {
            client.putItem(request -> {
                request.tableName(NAME)
                        .item(item(cell, number))
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD);
                if (expected == null) {
                    request.conditionExpression("attribute_not_exists(cell)");
                } else {
                    request.conditionExpression("n = :e")
                            .expressionAttributeValues(Map.of(":e", value(expected)));
                }
            });
            return new Output.Done();
        } catch (ConditionalCheckFailedException e) {
            return new Output.Refused(number(e.item()));
        }
    }

    private Output move(Input.Move move) {
        try {
            client.transactWriteItems(request ->
                    request.transactItems(
                            change(move.from(), "SET n = n - :n", "n >= :n", move.number()),
                            change(move.to(), "ADD n :n", null, move.number())));
            return new Output.Done();
        } catch (TransactionCanceledException e) {
            CancellationReason reason = e.cancellationReasons().getFirst();
            if (!"ConditionalCheckFailed".equals(reason.code())) {
                throw e;
            }
            return new Output.Refused(number(reason.item()));
        }
    }

    private static TransactWriteItem change(
            String cell, String update, @Nullable String condition, long number) {
        return TransactWriteItem.builder()
                .update(change ->
                        change.tableName(NAME)
                                .key(key(cell))
                                .updateExpression(update)
                                .conditionExpression(condition)
                                .expressionAttributeValues(Map.of(":n", value(number)))
                                .returnValuesOnConditionCheckFailure(
                                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private static Map<String, AttributeValue> key(String cell) {
        return Map.of(KEY, AttributeValue.fromS(cell));
    }

    private static Map<String, AttributeValue> item(String cell, long number) {
        return Map.of(KEY, AttributeValue.fromS(cell), NUMBER, value(number));
    }

    private static AttributeValue value(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static @Nullable Long number(@Nullable Map<String, AttributeValue> item) {
        AttributeValue value = item == null ? null : item.get(NUMBER);
        return value == null ? null : Long.valueOf(value.n());
    }
}
