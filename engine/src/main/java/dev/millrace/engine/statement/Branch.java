package dev.millrace.engine.statement;

import dev.millrace.expression.SortKeyCondition;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.model.value.AttributeValue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One of the alternatives of a condition: what it demands of the key, and what besides.
///
/// @param partitions what the partition key is to equal, each value once
/// @param sorts what is demanded of the sort key
/// @param rest what is demanded besides, and what is demanded of the key in a way that no range of
///   rows can express
/// @param excludesSort whether `rest` has something about the sort key that leaves out some of it
record Branch(
        Set<AttributeValue> partitions,
        List<SortKeyCondition> sorts,
        List<Predicate> rest,
        boolean excludesSort) {
    /// The alternative that demands nothing.
    static final Branch EMPTY = new Branch(Set.of(), List.of(), List.of(), false);

    static Branch ofPartition(AttributeValue value) {
        return new Branch(Set.of(value), List.of(), List.of(), false);
    }

    static Branch ofSort(SortKeyCondition condition) {
        return new Branch(Set.of(), List.of(condition), List.of(), false);
    }

    static Branch ofRest(Predicate predicate, boolean excludesSort) {
        return new Branch(Set.of(), List.of(), List.of(predicate), excludesSort);
    }

    /// The alternative that demands what this and `other` do.
    Branch and(Branch other) {
        Set<AttributeValue> both = new LinkedHashSet<>(partitions);
        both.addAll(other.partitions);
        return new Branch(
                both,
                joined(sorts, other.sorts),
                joined(rest, other.rest),
                excludesSort || other.excludesSort);
    }

    /// Whether it demands exactly one partition key.
    boolean isKeyed() {
        return partitions.size() == 1;
    }

    /// The partition key that it demands.
    AttributeValue partition() {
        return partitions.iterator().next();
    }

    private static <T> List<T> joined(List<T> one, List<T> two) {
        List<T> all = new ArrayList<>(one);
        all.addAll(two);
        return all;
    }
}
