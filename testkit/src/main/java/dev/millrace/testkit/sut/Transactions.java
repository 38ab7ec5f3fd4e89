package dev.millrace.testkit.sut;

import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.GetItemRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.TransactGet;
import dev.millrace.model.request.TransactGetItemsRequest;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.request.TransactWriteItemsRequest;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.ExpressionWriter;
import dev.millrace.testkit.expression.Placeholders;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Result;
import dev.millrace.testkit.operation.TransactAction;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Transactions as requests.
record Transactions(ClientOperations client) {
    Result write(DatabaseOperation.TransactWrite transaction) {
        client.transactWriteItems(
                new TransactWriteItemsRequest(
                        transaction.actions().stream().map(Transactions::request).toList(),
                        null,
                        ReturnConsumedCapacity.NONE,
                        ReturnItemCollectionMetrics.NONE));
        return new Result.Done();
    }

    Result get(DatabaseOperation.TransactGet transaction) {
        return new Result.ItemsInOrder(
                client
                        .transactGetItems(
                                new TransactGetItemsRequest(
                                        transaction.reads().stream()
                                                .map(Transactions::request)
                                                .toList(),
                                        ReturnConsumedCapacity.NONE))
                        .responses()
                        .stream()
                        .map(response -> Optional.ofNullable(response.item()))
                        .toList());
    }

    private static TransactGet request(DatabaseOperation.Get read) {
        GetItemRequest single = Requests.of(read);
        return new TransactGet(
                single.tableName(),
                single.key(),
                single.projectionExpression(),
                single.expressionAttributes());
    }

    private static TransactWrite request(TransactAction action) {
        Placeholders placeholders = new Placeholders();
        String update =
                action instanceof TransactAction.Update of
                        ? new ExpressionWriter(placeholders).update(of.actions())
                        : "";
        String condition = condition(action.condition(), placeholders);
        ExpressionAttributes attributes = placeholders.attributes();
        ReturnValuesOnConditionCheckFailure onFailure =
                action.showsItemOnFailure()
                        ? ReturnValuesOnConditionCheckFailure.ALL_OLD
                        : ReturnValuesOnConditionCheckFailure.NONE;
        return switch (action) {
            case TransactAction.Put put ->
                    new TransactWrite.Put(
                            put.tableName(), put.item(), condition, attributes, onFailure);
            case TransactAction.Update of ->
                    new TransactWrite.Update(
                            of.tableName(), of.item(), update, condition, attributes, onFailure);
            case TransactAction.Delete delete ->
                    new TransactWrite.Delete(
                            delete.tableName(), delete.item(), condition, attributes, onFailure);
            case TransactAction.Check check ->
                    new TransactWrite.ConditionCheck(
                            check.tableName(),
                            check.item(),
                            condition == null ? "" : condition,
                            attributes,
                            onFailure);
        };
    }

    private static @Nullable String condition(
            @Nullable Condition condition, Placeholders placeholders) {
        return condition == null ? null : new ExpressionWriter(placeholders).condition(condition);
    }
}
