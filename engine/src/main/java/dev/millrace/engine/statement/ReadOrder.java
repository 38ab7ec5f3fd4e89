package dev.millrace.engine.statement;

import dev.millrace.expression.ast.ValueOrder;
import dev.millrace.expression.statement.SortTerm;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.store.Direction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The order that a SELECT asks for, which can be that of the key only.
///
/// Without `ORDER BY` sort keys ascend. With one they descend unless it names the sort key
/// ascending (seen on AWS, in a public capture of September 2026: ordered by the partition key
/// alone, sort keys descend).
record ReadOrder(List<SortTerm> terms, IndexKeySchema schema) {
    /// Refuses any order of a SELECT without a condition.
    ///
    /// @throws ApiException if there is one
    void requireNone() {
        if (!terms.isEmpty()) {
            throw ApiException.validation(
                    "Must have WHERE clause in the statement when using ORDER BY clause.");
        }
    }

    /// Refuses any order of a SELECT whose condition names no keys.
    ///
    /// @throws ApiException if there is one
    void requireNotOrdered() {
        requireKeys();
        if (!terms.isEmpty()) {
            throw ApiException.validation(
                    "Must have at least one non-optional hash key condition in WHERE clause when"
                            + " using ORDER BY clause.");
        }
    }

    /// The queries in this order.
    ///
    /// @throws ApiException if it is not that of the key, or does not tell which partition key
    ///   comes first
    List<KeyRead> of(List<KeyRead> reads) {
        requireKeys();
        SortTerm partition = term(schema.partitionKeys().getFirst().name());
        if (!terms.isEmpty()
                && partition == null
                && reads.stream().map(KeyRead::partition).distinct().count() > 1) {
            throw ApiException.validation(
                    "Must have hash key in ORDER BY clause when more than one hash key condition"
                            + " specified in WHERE clause.");
        }
        Comparator<KeyRead> byRow =
                Comparator.comparing(read -> read.range().from(), Arrays::compareUnsigned);
        Comparator<KeyRead> inPartition =
                direction() == Direction.ASCENDING ? byRow : byRow.reversed();
        List<KeyRead> sorted = new ArrayList<>(reads);
        sorted.sort(
                partition == null
                        ? inPartition
                        : byPartition(partition.descending()).thenComparing(inPartition));
        return sorted;
    }

    /// The order of sort keys.
    Direction direction() {
        if (terms.isEmpty()) {
            return Direction.ASCENDING;
        }
        SortTerm sort =
                schema.sortKeys().isEmpty() ? null : term(schema.sortKeys().getFirst().name());
        return sort == null || sort.descending() ? Direction.DESCENDING : Direction.ASCENDING;
    }

    private void requireKeys() {
        for (SortTerm term : terms) {
            if (!schema.contains(term.attribute())) {
                throw ApiException.validation(
                        "Attribute "
                                + term.attribute()
                                + " in ORDER BY clause must be part of the primary key");
            }
        }
    }

    private @Nullable SortTerm term(String attribute) {
        return terms.stream()
                .filter(term -> term.attribute().equals(attribute))
                .findFirst()
                .orElse(null);
    }

    private static Comparator<KeyRead> byPartition(boolean descending) {
        Comparator<KeyRead> ascending =
                (one, two) -> ValueOrder.compare(one.partition(), two.partition()).orElse(0);
        return descending ? ascending.reversed() : ascending;
    }
}
