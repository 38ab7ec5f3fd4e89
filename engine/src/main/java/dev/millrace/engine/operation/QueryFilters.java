package dev.millrace.engine.operation;

import dev.millrace.engine.query.IndexTarget;
import dev.millrace.engine.query.ReadTarget;
import dev.millrace.expression.Condition;
import dev.millrace.model.error.ApiException;

import java.util.List;

/// What the filter of a Query may look at: attributes that the index holds, and none of the key
/// that is queried. A Scan's filter knows no such limits; it finds nothing where there is nothing.
final class QueryFilters {
    private QueryFilters() {}

    /// Refuses attributes of the key that is queried.
    static void requireNoKey(String member, Condition filter, ReadTarget target) {
        filter.attributeNames().stream()
                .filter(target.keySchema()::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw ApiException.validation(
                            member
                                    + " can only contain non-primary key attributes: Primary key"
                                    + " attribute: "
                                    + name);
                });
    }

    /// Refuses attributes that the index does not hold.
    static void requireProjected(Condition filter, ReadTarget target) {
        List<String> missing = Selection.missing(target, filter.attributeNames());
        if (target instanceof IndexTarget(_, var index) && !missing.isEmpty()) {
            throw ApiException.invalidParameter(
                    "Secondary index %s does not project one or more filter attributes: [%s]"
                            .formatted(index.name(), String.join(", ", missing)));
        }
    }
}
