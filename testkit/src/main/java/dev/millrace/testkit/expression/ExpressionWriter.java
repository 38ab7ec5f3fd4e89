package dev.millrace.testkit.expression;

import dev.millrace.model.value.AttributeValue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes expression trees as DynamoDB's expression text.
///
/// Parentheses are written only where the tree needs them, because redundant ones are refused
/// (source: dynamodb-api reference, section 7.1).
public final class ExpressionWriter {
    private final Notation notation;

    /// A writer that spells names and values in this notation.
    public ExpressionWriter(Notation notation) {
        this.notation = notation;
    }

    /// The text of a ConditionExpression or FilterExpression.
    public String condition(Condition condition) {
        return switch (condition) {
            case Condition.Comparison(var left, var comparator, var right) ->
                    operand(left) + " " + comparator.symbol() + " " + operand(right);
            case Condition.Between(var operand, var lower, var upper) ->
                    operand(operand) + " BETWEEN " + operand(lower) + " AND " + operand(upper);
            case Condition.In(var operand, var candidates) ->
                    candidates.stream()
                            .map(this::operand)
                            .collect(Collectors.joining(", ", operand(operand) + " IN (", ")"));
            case Condition.Exists(var path) -> "attribute_exists(" + path(path) + ")";
            case Condition.NotExists(var path) -> "attribute_not_exists(" + path(path) + ")";
            case Condition.HasType(var path, var type) ->
                    call("attribute_type", path, new AttributeValue.S(type.name()));
            case Condition.BeginsWith(var path, var prefix) -> call("begins_with", path, prefix);
            case Condition.Contains(var path, var element) -> call("contains", path, element);
            case Condition.And(var left, var right) -> grouped(left) + " AND " + grouped(right);
            case Condition.Or(var left, var right) -> grouped(left) + " OR " + grouped(right);
            case Condition.Not(var negated) -> "NOT " + grouped(negated);
        };
    }

    /// The text of an UpdateExpression; at least one action.
    public String update(List<UpdateAction> actions) {
        List<String> sets = new ArrayList<>();
        List<String> removes = new ArrayList<>();
        List<String> adds = new ArrayList<>();
        List<String> deletes = new ArrayList<>();
        for (UpdateAction action : actions) {
            switch (action) {
                case UpdateAction.Set(var path, var value) ->
                        sets.add(path(path) + " = " + setValue(value));
                case UpdateAction.Remove(var path) -> removes.add(path(path));
                case UpdateAction.Add(var path, var operand) ->
                        adds.add(path(path) + " " + notation.value(operand));
                case UpdateAction.Delete(var path, var members) ->
                        deletes.add(path(path) + " " + notation.value(members));
            }
        }
        List<String> clauses = new ArrayList<>();
        addClause(clauses, "SET ", sets);
        addClause(clauses, "REMOVE ", removes);
        addClause(clauses, "ADD ", adds);
        addClause(clauses, "DELETE ", deletes);
        return String.join(" ", clauses);
    }

    /// The text of a ProjectionExpression; at least one path.
    public String projection(List<DocumentPath> paths) {
        return paths.stream().map(this::path).collect(Collectors.joining(", "));
    }

    /// The text of a KeyConditionExpression.
    public String keyCondition(KeyCondition condition) {
        List<String> parts = new ArrayList<>();
        parts.add(equality(condition.partitionKey(), condition.partition()));
        KeyCondition.SortKeyCondition sort = condition.sortKeyCondition();
        if (sort != null) {
            parts.add(sortKeyCondition(sort));
        }
        condition.equalities().forEach((name, value) -> parts.add(equality(name, value)));
        return String.join(" AND ", parts);
    }

    private String equality(String name, AttributeValue value) {
        return notation.name(name) + " = " + notation.value(value);
    }

    private String sortKeyCondition(KeyCondition.SortKeyCondition condition) {
        return switch (condition) {
            case KeyCondition.SortKeyCondition.Comparison(var key, var comparator, var value) ->
                    notation.name(key) + " " + comparator.symbol() + " " + notation.value(value);
            case KeyCondition.SortKeyCondition.Between(var key, var lower, var upper) ->
                    notation.name(key)
                            + " BETWEEN "
                            + notation.value(lower)
                            + " AND "
                            + notation.value(upper);
            case KeyCondition.SortKeyCondition.BeginsWith(var key, var prefix) ->
                    "begins_with(" + notation.name(key) + ", " + notation.value(prefix) + ")";
        };
    }

    private String setValue(SetValue value) {
        return switch (value) {
            case SetValue.Plus(var left, var right) -> setValue(left) + " + " + setValue(right);
            case SetValue.Minus(var left, var right) -> setValue(left) + " - " + setValue(right);
            case SetValue.Stored(var path) -> path(path);
            case SetValue.Literal(var literal) -> notation.value(literal);
            case SetValue.IfNotExists(var path, var fallback) ->
                    "if_not_exists(" + path(path) + ", " + setValue(fallback) + ")";
            case SetValue.ListAppend(var first, var second) ->
                    "list_append(" + setValue(first) + ", " + setValue(second) + ")";
        };
    }

    private String grouped(Condition condition) {
        boolean composite = condition instanceof Condition.And || condition instanceof Condition.Or;
        return composite ? "(" + condition(condition) + ")" : condition(condition);
    }

    private String call(String function, DocumentPath path, AttributeValue value) {
        return function + "(" + path(path) + ", " + notation.value(value) + ")";
    }

    private String operand(Operand operand) {
        return switch (operand) {
            case Operand.Stored(var path) -> path(path);
            case Operand.Literal(var value) -> notation.value(value);
            case Operand.Size(var path) -> "size(" + path(path) + ")";
        };
    }

    private String path(DocumentPath path) {
        StringBuilder text = new StringBuilder();
        for (DocumentPath.Step step : path.steps()) {
            switch (step) {
                case DocumentPath.Step.Name(var name) ->
                        text.append(text.isEmpty() ? "" : ".").append(notation.name(name));
                case DocumentPath.Step.Index(var index) ->
                        text.append('[').append(index).append(']');
            }
        }
        return text.toString();
    }

    private static void addClause(List<String> clauses, String keyword, List<String> parts) {
        if (!parts.isEmpty()) {
            clauses.add(keyword + String.join(", ", parts));
        }
    }
}
