package dev.millrace.model.request;

import dev.millrace.model.value.AttributeValue;

import java.util.List;

/// One statement of a transaction.
///
/// @param parameters what the `?` of the statement stand for, in their order
public record TransactStatement(
        String statement,
        List<AttributeValue> parameters,
        ReturnValuesOnConditionCheckFailure returnValuesOnConditionCheckFailure) {}
