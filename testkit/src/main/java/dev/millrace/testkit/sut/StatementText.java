package dev.millrace.testkit.sut;

import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.ExpressionWriter;
import dev.millrace.testkit.expression.UpdateAction;
import dev.millrace.testkit.operation.DatabaseOperation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes operations as statements of PartiQL.
final class StatementText {
    private final List<AttributeValue> parameters = new ArrayList<>();
    private final StatementNotation documents;
    private final ExpressionWriter assigned;
    private final ExpressionWriter compared;
    private final @Nullable String orderBy;

    private StatementText(DatabaseOperation.Statement statement) {
        documents = new StatementNotation(parameters, statement.literal(), true);
        assigned = new ExpressionWriter(documents);
        // A list behind IN would be read as the candidates themselves.
        compared =
                new ExpressionWriter(new StatementNotation(parameters, statement.literal(), false));
        orderBy = statement.orderBy();
    }

    /// A statement and the values of its parameters.
    record WithParameters(String text, List<AttributeValue> parameters) {}

    /// The statement as text.
    static WithParameters of(DatabaseOperation.Statement statement) {
        StatementText writer = new StatementText(statement);
        String text = writer.text(statement.plain());
        return new WithParameters(text, List.copyOf(writer.parameters));
    }

    private String text(DatabaseOperation plain) {
        return switch (plain) {
            case DatabaseOperation.Put put ->
                    "INSERT INTO " + table(put.tableName()) + " VALUE " + struct(put.item());
            case DatabaseOperation.Update update ->
                    "UPDATE "
                            + table(update.tableName())
                            + changes(update.actions())
                            + " WHERE "
                            + key(update.key())
                            + also(update.condition())
                            + returning(update.returnValues());
            case DatabaseOperation.Delete delete ->
                    "DELETE FROM "
                            + table(delete.tableName())
                            + " WHERE "
                            + key(delete.key())
                            + also(delete.condition())
                            + returning(delete.returnValues());
            case DatabaseOperation.Get get ->
                    select(get.projection(), get.tableName(), null) + " WHERE " + key(get.key());
            case DatabaseOperation.Query query ->
                    select(query.projection(), query.tableName(), query.indexName())
                            + " WHERE "
                            + compared.keyCondition(query.keyCondition())
                            + also(query.filter())
                            + order(query.forward());
            case DatabaseOperation.Scan scan ->
                    select(scan.projection(), scan.tableName(), scan.indexName())
                            + where(scan.filter());
            default -> throw new IllegalArgumentException("no statement: " + plain);
        };
    }

    private String select(
            List<DocumentPath> columns, String tableName, @Nullable String indexName) {
        return "SELECT "
                + (columns.isEmpty() ? "*" : compared.projection(columns))
                + " FROM "
                + table(tableName)
                + (indexName == null ? "" : "." + table(indexName));
    }

    private String table(String name) {
        return documents.name(name);
    }

    private String struct(Item item) {
        return item.attributes().entrySet().stream()
                .map(entry ->
                        StatementNotation.text(entry.getKey())
                                + ": "
                                + documents.value(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String changes(List<UpdateAction> actions) {
        return actions.stream().map(this::change).collect(Collectors.joining());
    }

    private String change(UpdateAction action) {
        return switch (action) {
            case UpdateAction.Set set -> " " + assigned.update(List.of(set));
            case UpdateAction.Remove remove -> " " + assigned.update(List.of(remove));
            case UpdateAction.Add(var path, var members) -> members(path, "set_add", members);
            case UpdateAction.Delete(var path, var members) -> members(path, "SET_DELETE", members);
        };
    }

    private String members(DocumentPath path, String function, AttributeValue members) {
        String target = assigned.projection(List.of(path));
        return " SET %s = %s(%s, %s)".formatted(target, function, target, documents.value(members));
    }

    private String key(Item key) {
        return key.attributes().entrySet().stream()
                .map(this::equality)
                .collect(Collectors.joining(" AND "));
    }

    private String equality(Map.Entry<String, AttributeValue> entry) {
        return documents.name(entry.getKey()) + " = " + documents.value(entry.getValue());
    }

    private String also(@Nullable Condition condition) {
        return condition == null ? "" : " AND (" + compared.condition(condition) + ")";
    }

    private String where(@Nullable Condition condition) {
        return condition == null ? "" : " WHERE " + compared.condition(condition);
    }

    private String order(boolean forward) {
        return orderBy == null
                ? ""
                : " ORDER BY " + documents.name(orderBy) + (forward ? "" : " DESC");
    }

    private static String returning(ReturnValues returnValues) {
        return switch (returnValues) {
            case NONE -> "";
            case ALL_OLD -> " RETURNING ALL OLD *";
            case ALL_NEW -> " RETURNING ALL NEW *";
            case UPDATED_OLD -> " RETURNING MODIFIED OLD *";
            case UPDATED_NEW -> " RETURNING MODIFIED NEW *";
        };
    }
}
