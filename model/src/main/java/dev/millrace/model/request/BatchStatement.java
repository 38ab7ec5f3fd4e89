package dev.millrace.model.request;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One statement of a batch.
///
/// @param parameters what the `?` of the statement stand for, in their order
/// @param fault what is wrong with the value of a parameter, which only this statement answers for;
///   null if nothing is
public record BatchStatement(
        String statement,
        List<AttributeValue> parameters,
        boolean consistentRead,
        ReturnValuesOnConditionCheckFailure returnValuesOnConditionCheckFailure,
        @Nullable ApiException fault) {}
