package dev.millrace.engine.insight;

import dev.millrace.model.insight.InsightsRule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The figures of one table or index, by rule. Safe for many threads.
final class TargetFigures {
    private final RuleFigures accessedPartitions = new RuleFigures();
    private final RuleFigures accessedItems = new RuleFigures();
    private final RuleFigures throttledPartitions = new RuleFigures();
    private final RuleFigures throttledItems = new RuleFigures();

    RuleFigures of(InsightsRule rule) {
        return switch (rule) {
            case PKC -> accessedPartitions;
            case SKC -> accessedItems;
            case PKT -> throttledPartitions;
            case SKT -> throttledItems;
        };
    }

    /// Counts an access.
    ///
    /// @param sort empty if there is no sort key
    void accessed(List<String> partition, List<String> sort, long weight, long minute) {
        count(accessedPartitions, accessedItems, partition, sort, weight, minute);
    }

    /// Counts a throttled request.
    ///
    /// @param sort null if the request names none, empty if there is no sort key
    void throttled(List<String> partition, @Nullable List<String> sort, long minute) {
        count(
                throttledPartitions,
                throttledItems,
                partition,
                sort,
                Contributors.THOUSANDTHS,
                minute);
    }

    private void count(
            RuleFigures ofPartition,
            RuleFigures ofBoth,
            List<String> partition,
            @Nullable List<String> sort,
            long weight,
            long minute) {
        ofPartition.add(partition, weight, minute);
        if (sort != null && !sort.isEmpty()) {
            List<String> both = new ArrayList<>(partition);
            both.addAll(sort);
            ofBoth.add(both, weight, minute);
        }
    }
}
