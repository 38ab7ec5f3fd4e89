package dev.millrace.engine.statement;

import dev.millrace.engine.index.ProjectedAttributes;
import dev.millrace.engine.query.IndexTarget;
import dev.millrace.engine.query.ReadTarget;
import dev.millrace.expression.Condition;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.ast.ValueOrder;
import dev.millrace.model.error.ApiException;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the condition of a SELECT may look at if it names keys of an index: attributes that the
/// index holds, besides those of the key.
///
/// By the public captures of August and September 2026 a read is refused if all its alternatives
/// look at more than that, and then the one with the greatest partition key is told; which one AWS
/// goes by is not known, only that it is not the order in which they are written.
final class IndexFilters {
    private IndexFilters() {}

    /// Refuses attributes that the index does not hold.
    ///
    /// @throws ApiException if each of the branches names one
    static void requireProjected(List<Branch> branches, ReadTarget target) {
        if (!(target instanceof IndexTarget index)
                || branches.stream().anyMatch(branch -> missing(branch, index).isEmpty())) {
            return;
        }
        Comparator<Branch> byPartition =
                (one, two) -> ValueOrder.compare(one.partition(), two.partition()).orElse(0);
        branches.stream()
                .max(byPartition)
                .ifPresent(branch -> {
                    throw ApiException.invalidParameter(
                            "Secondary index %s does not project one or more filter attributes: %s"
                                    .formatted(index.index().name(), missing(branch, index)));
                });
    }

    // AWS lists them in the order of a hash table.
    private static Set<String> missing(Branch branch, IndexTarget target) {
        Set<String> missing = new HashSet<>();
        for (Predicate predicate : branch.rest()) {
            for (String name : Condition.of(predicate).attributeNames()) {
                if (!ProjectedAttributes.contains(target.table(), target.index(), name)) {
                    missing.add(name);
                }
            }
        }
        return missing;
    }
}
