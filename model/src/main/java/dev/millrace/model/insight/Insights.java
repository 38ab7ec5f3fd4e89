package dev.millrace.model.insight;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// The contributor insights of a table or global index that were switched on at least once.
///
/// @param state what the last change comes to
/// @param mode the one in which they are on, or were on last
/// @param since when the rules came to be, which their names tell
/// @param changed when the last change was asked for
public record Insights(InsightsState state, InsightsMode mode, Instant since, Instant changed) {
    /// Whether they are on.
    public boolean isOn() {
        return state == InsightsState.ENABLED;
    }

    /// Whether accesses are counted, not only throttled requests.
    public boolean countsAccesses() {
        return isOn() && mode == InsightsMode.ACCESSED_AND_THROTTLED_KEYS;
    }

    /// The same in another state since `moment`.
    public Insights became(InsightsState next, Instant moment) {
        return new Insights(next, mode, since, moment);
    }

    /// The rules that there are while they are on.
    ///
    /// @param hasSortKey whether the table or index has a sort key
    public List<InsightsRule> rules(boolean hasSortKey) {
        return Arrays.stream(InsightsRule.values())
                .filter(rule -> hasSortKey || !rule.isOfSortKey())
                .filter(rule -> countsAccesses() || rule.isOfThrottled())
                .toList();
    }

    /// What they are shown as.
    ///
    /// @param passing whether the last change still takes its time
    public InsightsStatus status(boolean passing) {
        return switch (state) {
            case ENABLED -> passing ? InsightsStatus.ENABLING : InsightsStatus.ENABLED;
            case DISABLED -> passing ? InsightsStatus.DISABLING : InsightsStatus.DISABLED;
            case FAILED -> passing ? InsightsStatus.ENABLING : InsightsStatus.FAILED;
        };
    }
}
