package dev.millrace.expression;

import dev.millrace.expression.legacy.AttributeUpdates;
import dev.millrace.expression.legacy.AttributesToGet;
import dev.millrace.expression.legacy.ExpectedConditions;
import dev.millrace.expression.legacy.InvalidParameterException;
import dev.millrace.expression.legacy.LegacyConditions;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.AttributeValueUpdate;
import dev.millrace.model.request.LegacyRead;
import dev.millrace.model.request.LegacyWrite;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The legacy parameters of a request, as what their expressions would have been.
///
/// A request has its parameters in one of the two styles, so each method answers with null when the
/// legacy parameter was not given and what the expression says counts. Faults are found when the
/// method is called (dynamodb-api reference, section 8).
public enum LegacyParameters {
    /// Those of a write of one item.
    OF_WRITE(ErrorEnvelope.COUNTED),
    /// Those of a read.
    OF_READ(ErrorEnvelope.BARE);

    private final ErrorEnvelope envelope;

    LegacyParameters(ErrorEnvelope envelope) {
        this.envelope = envelope;
    }

    /// The condition of a write that `Expected` makes.
    ///
    /// @throws ApiException if `Expected` is not valid
    public @Nullable Condition condition(LegacyWrite legacy) {
        return given(
                legacy.expected(),
                expected ->
                        Condition.of(
                                ExpectedConditions.of(expected, legacy.conditionalOperator())));
    }

    /// The update that `AttributeUpdates` make.
    ///
    /// @throws ApiException if `AttributeUpdates` are not valid
    public @Nullable Update update(@Nullable Map<String, AttributeValueUpdate> attributeUpdates) {
        return given(
                attributeUpdates,
                updates -> Update.ofAttributeUpdates(AttributeUpdates.of(updates)));
    }

    /// The filter that `QueryFilter` or `ScanFilter` makes.
    ///
    /// @throws ApiException if the filter is not valid
    public @Nullable Condition filter(LegacyRead legacy) {
        return given(
                legacy.filter(),
                filter -> Condition.of(LegacyConditions.of(filter, legacy.conditionalOperator())));
    }

    /// The projection that `AttributesToGet` make.
    ///
    /// @throws ApiException if a name occurs twice
    public @Nullable Projection projection(@Nullable List<String> attributesToGet) {
        return given(attributesToGet, names -> Projection.ofPaths(AttributesToGet.of(names)));
    }

    /// The key condition of a query that `KeyConditions` make.
    ///
    /// @throws ApiException if a condition has the wrong values, or there are none or more than a
    ///   key of the table or of an index has attributes
    public @Nullable KeyConditionExpression keyCondition(LegacyRead legacy, boolean ofIndex) {
        int most = ofIndex ? KeyTerms.OF_INDEX_MAX : KeyTerms.OF_TABLE_MAX;
        return given(
                legacy.keyConditions(),
                conditions -> KeyConditionExpression.ofConditions(conditions, most));
    }

    private <P, T> @Nullable T given(@Nullable P parameter, Function<P, T> translation) {
        if (parameter == null) {
            return null;
        }
        try {
            return translation.apply(parameter);
        } catch (InvalidParameterException e) {
            throw envelope.fault(e.reason());
        }
    }
}
