package dev.millrace.engine.insight;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The keys of one stripe of one rule: a sketch of the minute that runs, and the heaviest of the
/// minutes before it. Safe for many threads; each call holds the stripe's lock for a moment.
final class MinuteStripe {
    /// How many keys of a stripe are told apart in a minute.
    static final int COUNTERS = 128;

    /// How many keys of a stripe are kept of a minute that is over.
    static final int KEPT = 16;

    private final Deque<Minute> past = new ArrayDeque<>();
    private HeavyHitters<List<String>> running = new HeavyHitters<>(COUNTERS);
    private long runningMinute;

    private record Minute(
            long minute,
            List<HeavyHitters.Hitter<List<String>>> hitters,
            long unlistedMax,
            long total) {}

    /// Counts a key.
    ///
    /// @param minute since 1970; one that is over already counts as the one that runs
    synchronized void add(List<String> key, long weight, long minute) {
        roll(minute);
        running.add(key, weight);
    }

    /// Adds the minutes from `first` on to `sums`.
    ///
    /// @param now the minute that runs
    /// @return what a key of this stripe may have weighed in these minutes without being listed
    synchronized long sum(long first, long now, ContributorSums sums) {
        roll(now);
        long unlisted = 0;
        for (Minute minute : past) {
            if (minute.minute() >= first) {
                sums.add(minute.hitters(), minute.unlistedMax(), minute.total());
                unlisted += minute.unlistedMax();
            }
        }
        sums.add(running.top(COUNTERS), running.unlistedMax(), running.total());
        return unlisted + running.unlistedMax();
    }

    private void roll(long minute) {
        if (minute <= runningMinute) {
            return;
        }
        if (running.total() > 0) {
            past.addLast(closed());
            running = new HeavyHitters<>(COUNTERS);
        }
        runningMinute = minute;
        while (!past.isEmpty() && past.getFirst().minute() <= minute - Contributors.MINUTES_MAX) {
            past.removeFirst();
        }
    }

    private Minute closed() {
        List<HeavyHitters.Hitter<List<String>>> top = running.top(KEPT + 1);
        return top.size() > KEPT
                ? new Minute(
                        runningMinute,
                        List.copyOf(top.subList(0, KEPT)),
                        top.getLast().count(),
                        running.total())
                : new Minute(runningMinute, top, running.unlistedMax(), running.total());
    }
}
