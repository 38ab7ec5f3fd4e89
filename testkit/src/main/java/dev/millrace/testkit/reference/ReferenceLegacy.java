package dev.millrace.testkit.reference;

import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Expectation;

import org.jspecify.annotations.Nullable;

/// What legacy writes mean in terms of conditions (source: dynamodb-api reference, section 8).
final class ReferenceLegacy {
    private ReferenceLegacy() {}

    /// The write that says the same with a condition.
    static DatabaseOperation modern(DatabaseOperation.LegacyWrite legacy) {
        Condition condition = condition(legacy);
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
                            update.actions(),
                            condition,
                            update.returnValues(),
                            false);
            default -> throw new IllegalArgumentException("no write: " + legacy.write());
        };
    }

    private static @Nullable Condition condition(DatabaseOperation.LegacyWrite legacy) {
        return legacy.expected().stream()
                .map(Expectation::condition)
                .reduce((left, right) ->
                        legacy.any()
                                ? new Condition.Or(left, right)
                                : new Condition.And(left, right))
                .orElse(null);
    }
}
