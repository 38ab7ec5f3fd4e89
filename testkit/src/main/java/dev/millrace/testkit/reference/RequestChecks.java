package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.KeyCondition;
import dev.millrace.testkit.expression.Operand;
import dev.millrace.testkit.expression.SetValue;
import dev.millrace.testkit.expression.UpdateAction;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.OptionalInt;

/// The checks of a request that need no table, and so come before it is looked up (source:
/// dynamodb-api reference, section 13.1 step 7).
final class RequestChecks {
    private RequestChecks() {}

    /// Put and Delete return the old item or nothing.
    static void requireOldOrNone(ReturnValues returnValues) {
        if (returnValues != ReturnValues.NONE && returnValues != ReturnValues.ALL_OLD) {
            throw ApiException.validation("ReturnValues can only be ALL_OLD or NONE");
        }
    }

    /// A query or scan that only counts has no projection.
    static void requireSelect(List<DocumentPath> projection, boolean countsOnly) {
        if (countsOnly && !projection.isEmpty()) {
            throw ApiException.validation("Cannot specify the ProjectionExpression when counting");
        }
        ReferencePaths.requireDistinct(projection);
    }

    /// Values given with the request must suit their operators.
    static void requireOperands(@Nullable Condition condition) {
        switch (condition) {
            case null -> {}
            case Condition.Comparison(var left, var comparator, var right) -> {
                if (comparator.isOrdering()) {
                    requireOrdered(left);
                    requireOrdered(right);
                }
            }
            case Condition.Between(var operand, var lower, var upper) -> {
                requireOrdered(operand);
                requireOrdered(lower);
                requireOrdered(upper);
                requireBounds(lower, upper);
            }
            case Condition.BeginsWith(_, var prefix) -> requirePrefix(prefix);
            case Condition.And(var left, var right) -> {
                requireOperands(left);
                requireOperands(right);
            }
            case Condition.Or(var left, var right) -> {
                requireOperands(left);
                requireOperands(right);
            }
            case Condition.Not(var negated) -> requireOperands(negated);
            case Condition.In _,
                    Condition.Exists _,
                    Condition.NotExists _,
                    Condition.HasType _,
                    Condition.Contains _ -> {}
        }
    }

    /// The actions of an update must not overlap, and their values must suit them.
    static void requireActions(List<UpdateAction> actions) {
        ReferencePaths.requireDistinct(actions.stream().map(UpdateAction::path).toList());
        for (UpdateAction action : actions) {
            switch (action) {
                case UpdateAction.Set(_, var value) -> requireSetValue(value);
                case UpdateAction.Add(_, var operand) ->
                        require(operand instanceof AttributeValue.N || isSet(operand));
                case UpdateAction.Delete(_, var members) -> require(isSet(members));
                case UpdateAction.Remove _ -> {}
            }
        }
    }

    /// The bounds of a sort key condition must be in order.
    static void requireOperands(KeyCondition condition) {
        if (condition.sortKeyCondition()
                instanceof KeyCondition.SortKeyCondition.Between(_, var lower, var upper)) {
            requireBounds(new Operand.Literal(lower), new Operand.Literal(upper));
        }
        if (condition.sortKeyCondition()
                instanceof KeyCondition.SortKeyCondition.BeginsWith(_, var prefix)) {
            requirePrefix(prefix);
        }
    }

    private static void requireSetValue(SetValue value) {
        switch (value) {
            case SetValue.Plus(var left, var right) -> requireNumbers(left, right);
            case SetValue.Minus(var left, var right) -> requireNumbers(left, right);
            case SetValue.ListAppend(var first, var second) -> {
                requireList(first);
                requireList(second);
            }
            case SetValue.IfNotExists(_, var fallback) -> requireSetValue(fallback);
            case SetValue.Stored _, SetValue.Literal _ -> {}
        }
    }

    private static void requireNumbers(SetValue.Term left, SetValue.Term right) {
        for (SetValue.Term term : List.of(left, right)) {
            if (term instanceof SetValue.Literal(var literal)) {
                require(literal instanceof AttributeValue.N);
            }
            requireSetValue(term);
        }
    }

    private static void requireList(SetValue.Term term) {
        if (term instanceof SetValue.Literal(var literal)) {
            require(literal instanceof AttributeValue.L);
        }
        requireSetValue(term);
    }

    private static void requireOrdered(Operand operand) {
        if (operand instanceof Operand.Literal(var value)) {
            require(ValueOrder.compare(value, value).isPresent());
        }
    }

    private static void requireBounds(Operand lower, Operand upper) {
        if (lower instanceof Operand.Literal(var low)
                && upper instanceof Operand.Literal(var high)) {
            OptionalInt order = ValueOrder.compare(low, high);
            require(order.isPresent() && order.getAsInt() <= 0);
        }
    }

    private static void requirePrefix(AttributeValue prefix) {
        require(prefix instanceof AttributeValue.S || prefix instanceof AttributeValue.B);
    }

    private static boolean isSet(AttributeValue value) {
        return value instanceof AttributeValue.SS
                || value instanceof AttributeValue.NS
                || value instanceof AttributeValue.BS;
    }

    private static void require(boolean suits) {
        if (!suits) {
            throw ApiException.validation("Incorrect operand type for operator or function");
        }
    }
}
