package dev.millrace.model.request;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// One action of a transaction that writes: what it does to which item of which table, if its
/// condition holds.
public sealed interface TransactWrite {
    /// The table's plain name.
    String tableName();

    /// The condition, or null if there is none.
    @Nullable String conditionExpression();

    /// What the placeholders of the action's expressions stand for.
    ExpressionAttributes expressionAttributes();

    /// Whether a failed condition shows the item that failed it.
    ReturnValuesOnConditionCheckFailure returnValuesOnConditionCheckFailure();

    /// Writes an item, replacing any with the same key.
    record Put(
            String tableName,
            Item item,
            @Nullable String conditionExpression,
            ExpressionAttributes expressionAttributes,
            ReturnValuesOnConditionCheckFailure returnValuesOnConditionCheckFailure)
            implements TransactWrite {}

    /// Changes attributes of the item with a key, creating it if there is none.
    record Update(
            String tableName,
            Item key,
            String updateExpression,
            @Nullable String conditionExpression,
            ExpressionAttributes expressionAttributes,
            ReturnValuesOnConditionCheckFailure returnValuesOnConditionCheckFailure)
            implements TransactWrite {}

    /// Deletes the item with a key.
    record Delete(
            String tableName,
            Item key,
            @Nullable String conditionExpression,
            ExpressionAttributes expressionAttributes,
            ReturnValuesOnConditionCheckFailure returnValuesOnConditionCheckFailure)
            implements TransactWrite {}

    /// Changes nothing, but has the whole transaction fail unless its condition holds.
    record ConditionCheck(
            String tableName,
            Item key,
            String conditionExpression,
            ExpressionAttributes expressionAttributes,
            ReturnValuesOnConditionCheckFailure returnValuesOnConditionCheckFailure)
            implements TransactWrite {}
}
