package dev.millrace.engine.insight;

import java.util.List;
import java.util.stream.Stream;

/// Who contributed most to what one rule counts.
///
/// @param contributors the heaviest first
/// @param total what all keys together contributed, those that are not listed too; exact
/// @param unlistedMax what a key that no minute lists contributed at most
public record ContributorReport(List<Contributor> contributors, long total, long unlistedMax) {
    /// Nobody contributed anything.
    static final ContributorReport NOTHING = new ContributorReport(List.of(), 0, 0);

    /// This and what other keys contributed.
    ContributorReport with(List<Contributor> others, long unlisted, long weight, int most) {
        return new ContributorReport(
                Stream.concat(contributors.stream(), others.stream())
                        .sorted(Contributor.ORDER)
                        .limit(most)
                        .toList(),
                total + weight,
                Math.max(unlistedMax, unlisted));
    }
}
