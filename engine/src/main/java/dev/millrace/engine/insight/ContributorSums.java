package dev.millrace.engine.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The counts of several minutes, summed up key by key.
///
/// A key that is missing from a minute may still have weighed something then: as much as the
/// heaviest of those that the minute does not list.
final class ContributorSums {
    private final Map<List<String>, Sum> sums = new HashMap<>();
    private long total;

    private static final class Sum {
        private long count;
        private long tooHigh;
        private long unlistedWhereListed;
    }

    /// Adds one minute of the keys of one stripe.
    ///
    /// @param unlistedMax what a key that is not in `hitters` weighed at most
    void add(Iterable<HeavyHitters.Hitter<List<String>>> hitters, long unlistedMax, long weight) {
        total += weight;
        for (HeavyHitters.Hitter<List<String>> hitter : hitters) {
            Sum sum = sums.computeIfAbsent(hitter.key(), _ -> new Sum());
            sum.count += hitter.count();
            sum.tooHigh += hitter.error();
            sum.unlistedWhereListed += unlistedMax;
        }
    }

    /// The sum of all weights.
    long total() {
        return total;
    }

    /// The keys with the greatest sums.
    ///
    /// @param unlisted what any key may have weighed in all minutes without being listed
    List<Contributor> top(int most, long unlisted) {
        List<Contributor> all = new ArrayList<>(sums.size());
        sums.forEach((key, sum) ->
                all.add(
                        new Contributor(
                                key, sum.count, sum.tooHigh, unlisted - sum.unlistedWhereListed)));
        all.sort(Contributor.ORDER);
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }
}
