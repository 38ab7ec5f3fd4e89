package dev.millrace.engine.insight;

import java.util.List;
import java.util.stream.Stream;

/// The figures of one rule of one table or index. Safe for many threads.
final class RuleFigures {
    /// Into how many parts the keys are cut, each with a lock of its own.
    static final int STRIPES = 4;

    private final List<MinuteStripe> stripes =
            Stream.generate(MinuteStripe::new).limit(STRIPES).toList();

    /// Counts a key in a minute since 1970.
    void add(List<String> key, long weight, long minute) {
        stripes.get(Math.floorMod(key.hashCode(), STRIPES)).add(key, weight, minute);
    }

    /// The heaviest keys of the minutes from `first` to `now`, which runs.
    ContributorReport report(long first, long now, int most) {
        ContributorReport report = ContributorReport.NOTHING;
        for (MinuteStripe stripe : stripes) {
            ContributorSums sums = new ContributorSums();
            long unlisted = stripe.sum(first, now, sums);
            report = report.with(sums.top(most, unlisted), unlisted, sums.total(), most);
        }
        return report;
    }
}
