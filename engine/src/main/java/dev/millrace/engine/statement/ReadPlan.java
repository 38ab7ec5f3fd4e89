package dev.millrace.engine.statement;

import dev.millrace.engine.query.ReadTarget;
import dev.millrace.expression.Condition;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.statement.BoundStatement;
import dev.millrace.model.error.ApiException;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;

import java.util.List;

/// Which rows a SELECT looks at, in which order, and which of them it answers with.
///
/// @param ranges one after the other; without rows if nothing can meet the condition
/// @param direction the order of the rows of one range
/// @param filter what an item has to pass
/// @param isKeyed whether the ranges are those of keys that the condition names, and not all rows
public record ReadPlan(
        List<KeyRange> ranges, Direction direction, Condition filter, boolean isKeyed) {
    /// The plan of `select` on `target`.
    ///
    /// @throws ApiException if the condition names keys in a way that cannot be read, looks at what
    ///   the index does not hold, or the order is not that of the key
    public static ReadPlan of(BoundStatement.Select select, ReadTarget target) {
        Predicate where = select.where();
        ReadOrder order = new ReadOrder(select.order(), target.keySchema());
        if (where == null) {
            order.requireNone();
            return all(target, Condition.ALWAYS);
        }
        List<Branch> branches = KeyBranches.of(where, target.keySchema());
        if (!branches.stream().allMatch(Branch::isKeyed)) {
            order.requireNotOrdered();
            return all(target, Condition.of(where));
        }
        List<KeyRead> reads = KeyReads.of(branches, target);
        IndexFilters.requireProjected(branches, target);
        return new ReadPlan(
                order.of(reads).stream()
                        .map(KeyRead::range)
                        .filter(range -> !range.isEmpty())
                        .toList(),
                order.direction(),
                Condition.of(where),
                true);
    }

    private static ReadPlan all(ReadTarget target, Condition filter) {
        return new ReadPlan(List.of(target.rows()), Direction.ASCENDING, filter, false);
    }
}
