package dev.millrace.testkit.reference;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.SetValue;
import dev.millrace.testkit.expression.UpdateAction;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Expectation;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What legacy writes and reads mean in terms of expressions (source: dynamodb-api reference,
/// section 8).
final class ReferenceLegacy {
    private ReferenceLegacy() {}

    /// The write that says the same with a condition.
    static DatabaseOperation modern(DatabaseOperation.LegacyWrite legacy) {
        Condition condition = condition(legacy.expected(), legacy.any());
        return switch (legacy.write()) {
            case DatabaseOperation.Put put ->
                    new DatabaseOperation.Put(
                            put.tableName(), put.item(), condition, put.returnValues(), false);
            case DatabaseOperation.Delete delete ->
                    new DatabaseOperation.Delete(
                            delete.tableName(),
                            delete.key(),
                            condition,
                            delete.returnValues(),
                            false);
            case DatabaseOperation.Update update ->
                    new DatabaseOperation.Update(
                            update.tableName(),
                            update.key(),
                            update.actions().stream().map(ReferenceLegacy::modern).toList(),
                            condition,
                            update.returnValues(),
                            false);
            default -> throw new IllegalArgumentException("no write: " + legacy.write());
        };
    }

    /// The read that says the same with a filter.
    static DatabaseOperation modern(DatabaseOperation.LegacyRead legacy) {
        Condition filter = condition(legacy.filter(), legacy.any());
        return switch (legacy.read()) {
            case DatabaseOperation.Query query ->
                    new DatabaseOperation.Query(
                            query.tableName(),
                            query.keyCondition(),
                            filter,
                            query.projection(),
                            query.limit(),
                            query.forward(),
                            query.countsOnly(),
                            query.indexName());
            case DatabaseOperation.Scan scan ->
                    new DatabaseOperation.Scan(
                            scan.tableName(),
                            filter,
                            scan.projection(),
                            scan.limit(),
                            scan.totalSegments(),
                            scan.countsOnly(),
                            scan.indexName());
            default -> throw new IllegalArgumentException("no read: " + legacy.read());
        };
    }

    // ADD of a list, which expressions do not have, appends it.
    private static UpdateAction modern(UpdateAction action) {
        if (action instanceof UpdateAction.Add(var path, AttributeValue.L added)) {
            SetValue.Term none = new SetValue.Literal(new AttributeValue.L(List.of()));
            return new UpdateAction.Set(
                    path,
                    new SetValue.ListAppend(
                            new SetValue.IfNotExists(path, none), new SetValue.Literal(added)));
        }
        return action;
    }

    private static @Nullable Condition condition(List<Expectation> expected, boolean any) {
        return expected.stream()
                .map(Expectation::condition)
                .reduce((left, right) ->
                        any ? new Condition.Or(left, right) : new Condition.And(left, right))
                .orElse(null);
    }
}
