package dev.millrace.testkit.operation;

import dev.millrace.model.request.WriteRequest;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.ExpressionWriter;
import dev.millrace.testkit.expression.PlainNotation;
import dev.millrace.testkit.expression.ValueText;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Operations as text that a person can read: one line each, values in their place.
public final class OperationText {
    private static final ExpressionWriter WRITER = new ExpressionWriter(new PlainNotation());

    private OperationText() {}

    /// The lines of a list of operations, numbered from 1.
    public static String format(List<DatabaseOperation> operations) {
        return IntStream.range(0, operations.size())
                .mapToObj(i -> "%4d  %s".formatted(i + 1, format(operations.get(i))))
                .collect(Collectors.joining("\n"));
    }

    /// The line of one operation.
    public static String format(DatabaseOperation operation) {
        return switch (operation) {
            case DatabaseOperation.CreateTable c ->
                    "CreateTable %s %s %s stream %s indexes %s"
                            .formatted(
                                    c.tableName(),
                                    c.keySchema().attributes(),
                                    c.billingMode(),
                                    c.streamViewType(),
                                    c.indexes().stream().map(IndexShape::name).toList());
            case DatabaseOperation.DeleteTable(var table) -> "DeleteTable " + table;
            case DatabaseOperation.DescribeTable(var table) -> "DescribeTable " + table;
            case DatabaseOperation.EnableStream(var table, var viewType) ->
                    "EnableStream " + table + " " + viewType;
            case DatabaseOperation.DisableStream(var table) -> "DisableStream " + table;
            case DatabaseOperation.Put p ->
                    "Put "
                            + p.tableName()
                            + " "
                            + ValueText.format(p.item())
                            + given(" if ", p.condition())
                            + returning(p.returnValues(), p.showsItemOnFailure());
            case DatabaseOperation.Update u ->
                    "Update "
                            + u.tableName()
                            + " "
                            + ValueText.format(u.key())
                            + (u.actions().isEmpty() ? "" : " " + WRITER.update(u.actions()))
                            + given(" if ", u.condition())
                            + returning(u.returnValues(), u.showsItemOnFailure());
            case DatabaseOperation.Delete d ->
                    "Delete "
                            + d.tableName()
                            + " "
                            + ValueText.format(d.key())
                            + given(" if ", d.condition())
                            + returning(d.returnValues(), d.showsItemOnFailure());
            case DatabaseOperation.Get(var table, var key, var projection) ->
                    "Get " + table + " " + ValueText.format(key) + projected(projection);
            case DatabaseOperation.LegacyWrite(var expected, var any, var write) ->
                    "Legacy " + format(write) + expectations(" expecting ", expected, any);
            case DatabaseOperation.LegacyRead(var filter, var any, var read) ->
                    "Legacy " + format(read) + expectations(" filter ", filter, any);
            case DatabaseOperation.Statement(var plain, var literal, var orderBy) ->
                    "Statement "
                            + format(plain)
                            + (literal ? " with literals" : "")
                            + (orderBy == null ? "" : " by " + orderBy);
            case DatabaseOperation.StatementBatch(var statements) ->
                    "StatementBatch "
                            + statements.stream()
                                    .map(OperationText::format)
                                    .collect(Collectors.joining(", "));
            case DatabaseOperation.TransactWrite(var actions) ->
                    "TransactWrite"
                            + actions.stream()
                                    .map(OperationText::action)
                                    .collect(Collectors.joining());
            case DatabaseOperation.TransactGet(var reads) ->
                    "TransactGet "
                            + reads.stream()
                                    .map(OperationText::format)
                                    .collect(Collectors.joining(", "));
            case DatabaseOperation.SwitchTimeToLive(var table, var enabled, var attribute) ->
                    "SwitchTimeToLive " + table + " " + (enabled ? "on " : "off ") + attribute;
            case DatabaseOperation.PassUntil(var moment) -> "PassUntil " + moment;
            case DatabaseOperation.BackUp(var table) -> "BackUp " + table;
            case DatabaseOperation.ReadBackup(var table) -> "ReadBackup " + table;
            case DatabaseOperation.SwitchRecovery(var table, var enabled) ->
                    "SwitchRecovery " + table + (enabled ? " on" : " off");
            case DatabaseOperation.MarkMoment(var table) -> "MarkMoment " + table;
            case DatabaseOperation.ReadMoment(var table) -> "ReadMoment " + table;
            case DatabaseOperation.BatchWrite(var writes) -> "BatchWrite" + entries(writes);
            case DatabaseOperation.BatchGet(var reads) -> "BatchGet" + keys(reads);
            case DatabaseOperation.Query q ->
                    "Query "
                            + q.tableName()
                            + read(q.indexName())
                            + " "
                            + WRITER.keyCondition(q.keyCondition())
                            + given(" filter ", q.filter())
                            + projected(q.projection())
                            + " limit "
                            + q.limit()
                            + (q.forward() ? "" : " backward")
                            + (q.countsOnly() ? " count" : "");
            case DatabaseOperation.Search(
                            var table,
                            var index,
                            var vector,
                            var topK,
                            var partition,
                            var filter) ->
                    "Search %s.%s %s top %d of %s filter %s"
                            .formatted(table, index.name(), vector, topK, partition, filter);
            case DatabaseOperation.Scan s ->
                    "Scan "
                            + s.tableName()
                            + read(s.indexName())
                            + given(" filter ", s.filter())
                            + projected(s.projection())
                            + " limit "
                            + s.limit()
                            + " segments "
                            + s.totalSegments()
                            + (s.countsOnly() ? " count" : "");
        };
    }

    private static String expectations(String keyword, List<Expectation> expected, boolean any) {
        return expected.isEmpty()
                ? ""
                : expected.stream()
                        .map(one -> WRITER.condition(one.condition()))
                        .collect(Collectors.joining(", ", keyword + (any ? "any of " : ""), ""));
    }

    private static String action(TransactAction action) {
        String what =
                switch (action) {
                    case TransactAction.Put _ -> "put ";
                    case TransactAction.Update _ -> "update ";
                    case TransactAction.Delete _ -> "delete ";
                    case TransactAction.Check _ -> "check ";
                };
        String actions =
                action instanceof TransactAction.Update update
                        ? " " + WRITER.update(update.actions())
                        : "";
        return " | "
                + what
                + action.tableName()
                + " "
                + ValueText.format(action.item())
                + actions
                + given(" if ", action.condition())
                + (action.showsItemOnFailure() ? " or the item" : "");
    }

    private static String entries(Map<String, List<WriteRequest>> writes) {
        StringBuilder text = new StringBuilder();
        writes.forEach((table, requests) -> {
            text.append(' ').append(table);
            requests.forEach(request -> text.append(entry(request)));
        });
        return text.toString();
    }

    private static String entry(WriteRequest request) {
        return switch (request) {
            case WriteRequest.Put(var item) -> " put " + ValueText.format(item);
            case WriteRequest.Delete(var key) -> " delete " + ValueText.format(key);
        };
    }

    private static String keys(Map<String, DatabaseOperation.KeysToRead> reads) {
        StringBuilder text = new StringBuilder();
        reads.forEach((table, keys) -> {
            text.append(' ').append(table);
            keys.keys().forEach(key -> text.append(' ').append(ValueText.format(key)));
            text.append(projected(keys.projection()));
        });
        return text.toString();
    }

    private static String given(String keyword, @Nullable Condition condition) {
        return condition == null ? "" : keyword + WRITER.condition(condition);
    }

    private static String projected(List<DocumentPath> projection) {
        return projection.isEmpty() ? "" : " show " + WRITER.projection(projection);
    }

    private static String read(@Nullable String indexName) {
        return indexName == null ? "" : " index " + indexName;
    }

    private static String returning(Object returnValues, boolean showsItemOnFailure) {
        return " returning " + returnValues + (showsItemOnFailure ? " or the item" : "");
    }
}
