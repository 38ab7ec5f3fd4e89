package dev.millrace.engine.statement;

import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.query.QueryRange;
import dev.millrace.engine.query.ReadTarget;
import dev.millrace.expression.KeyCondition;
import dev.millrace.expression.SortKeyCondition;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.store.KeyRange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Makes queries of the alternatives of a condition, each of which demands one partition key.
final class KeyReads {
    /// The most queries of one SELECT (source: the developer guide, on `IN`).
    static final int READS_MAX = 50;

    private final ReadTarget target;

    private KeyReads(ReadTarget target) {
        this.target = target;
    }

    /// The queries, no two of which have a row in common.
    ///
    /// @throws ApiException if a value cannot be a key, or the alternatives overlap or are too many
    static List<KeyRead> of(List<Branch> branches, ReadTarget target) {
        KeyReads reads = new KeyReads(target);
        branches.forEach(reads::requireValues);
        // What only a filter can tell makes the alternatives of one partition key one query.
        if (branches.size() > 1 && branches.stream().anyMatch(Branch::excludesSort)) {
            return reads.wholePartitions(branches);
        }
        requireCount(branches.size());
        List<KeyRead> all = branches.stream().map(reads::read).toList();
        requireApart(all);
        return all;
    }

    private List<KeyRead> wholePartitions(List<Branch> branches) {
        Set<AttributeValue> partitions = new LinkedHashSet<>();
        branches.forEach(branch -> partitions.add(branch.partition()));
        requireCount(partitions.size());
        return partitions.stream()
                .map(partition ->
                        new KeyRead(
                                partition,
                                QueryRange.of(target, new KeyCondition(partition, null))))
                .toList();
    }

    private static void requireCount(int count) {
        if (count > READS_MAX) {
            throw KeyBranches.tooMany();
        }
    }

    private KeyRead read(Branch branch) {
        AttributeValue partition = branch.partition();
        KeyRange range = QueryRange.of(target, new KeyCondition(partition, null));
        for (SortKeyCondition sort : branch.sorts()) {
            range = shared(range, QueryRange.of(target, new KeyCondition(partition, sort)));
        }
        return new KeyRead(partition, range);
    }

    // Both lie in one partition, so both have an end.
    private static KeyRange shared(KeyRange one, KeyRange two) {
        return KeyRange.of(
                Arrays.compareUnsigned(one.from(), two.from()) >= 0 ? one.from() : two.from(),
                Arrays.compareUnsigned(one.to(), two.to()) <= 0 ? one.to() : two.to());
    }

    private static void requireApart(List<KeyRead> reads) {
        List<KeyRange> ranges = new ArrayList<>();
        reads.stream().map(KeyRead::range).filter(range -> !range.isEmpty()).forEach(ranges::add);
        ranges.sort(Comparator.comparing(KeyRange::from, Arrays::compareUnsigned));
        for (int i = 1; i < ranges.size(); i++) {
            if (Arrays.compareUnsigned(ranges.get(i - 1).to(), ranges.get(i).from()) > 0) {
                throw ApiException.validation(
                        "Overlapping conditions with range keys are not supported in where"
                                + " clause");
            }
        }
    }

    private void requireValues(Branch branch) {
        requireValue(target.keySchema().partitionKeys().getFirst(), branch.partition());
        for (SortKeyCondition sort : branch.sorts()) {
            for (AttributeValue value : valuesOf(sort)) {
                requireValue(target.keySchema().sortKeys().getFirst(), value);
            }
        }
    }

    private static void requireValue(KeyAttribute key, AttributeValue value) {
        if (!key.type().matches(value)) {
            throw ApiException.validation(
                    "Key attribute's data type should match its data type in table's schema: Key "
                            + key.name());
        }
        ItemKeys.requireNotEmpty(key, value);
    }

    private static List<AttributeValue> valuesOf(SortKeyCondition condition) {
        return switch (condition) {
            case SortKeyCondition.EqualTo(var value) -> List.of(value);
            case SortKeyCondition.LessThan(var value) -> List.of(value);
            case SortKeyCondition.LessOrEqual(var value) -> List.of(value);
            case SortKeyCondition.GreaterThan(var value) -> List.of(value);
            case SortKeyCondition.GreaterOrEqual(var value) -> List.of(value);
            case SortKeyCondition.Between(var lower, var upper) -> List.of(lower, upper);
            case SortKeyCondition.BeginsWith(var prefix) -> List.of(prefix);
        };
    }
}
