package dev.millrace.engine.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The keys of a sequence that weigh most, found with a fixed number of counters: the Space-Saving
/// sketch of Metwally, Agrawal and El Abbadi (2005).
///
/// A key without a counter takes over the one with the least count and goes on from there. So no
/// count is too low, none is too high by more than its error, and a key without a counter weighs at
/// most [#unlistedMax], which is never more than the sum of all weights by the number of counters.
/// Not safe for several threads.
///
/// @param <K> what is counted; compared by `equals`
public final class HeavyHitters<K> {
    private final Map<K, Integer> slots;
    private final List<K> keys;
    private final long[] counts;
    private final long[] errors;
    private long total;

    /// A sketch of nothing yet.
    ///
    /// @param counters how many keys are told apart at a time; at least one
    public HeavyHitters(int counters) {
        slots = HashMap.newHashMap(counters);
        keys = new ArrayList<>(counters);
        counts = new long[counters];
        errors = new long[counters];
    }

    /// A key and what it weighs: at most `count`, at least `count - error`.
    public record Hitter<K>(K key, long count, long error) {}

    /// Counts one occurrence of a key.
    ///
    /// @param weight not negative
    public void add(K key, long weight) {
        total += weight;
        Integer known = slots.get(key);
        if (known != null) {
            counts[known] += weight;
        } else if (keys.size() < counts.length) {
            slots.put(key, keys.size());
            counts[keys.size()] = weight;
            keys.add(key);
        } else {
            takeOver(least(), key, weight);
        }
    }

    /// The sum of all weights.
    public long total() {
        return total;
    }

    /// What a key without a counter weighs at most.
    public long unlistedMax() {
        return keys.size() < counts.length ? 0 : counts[least()];
    }

    /// The keys with the greatest counts, the greatest first.
    public List<Hitter<K>> top(int most) {
        return IntStream.range(0, keys.size())
                .mapToObj(slot -> new Hitter<>(keys.get(slot), counts[slot], errors[slot]))
                .sorted(Comparator.comparingLong((Hitter<K> each) -> each.count()).reversed())
                .limit(most)
                .toList();
    }

    private void takeOver(int slot, K key, long weight) {
        slots.remove(keys.get(slot));
        slots.put(key, slot);
        keys.set(slot, key);
        errors[slot] = counts[slot];
        counts[slot] += weight;
    }

    private int least() {
        int least = 0;
        for (int slot = 1; slot < counts.length; slot++) {
            if (counts[slot] < counts[least]) {
                least = slot;
            }
        }
        return least;
    }

    @Override
    public String toString() {
        return "HeavyHitters" + keys + Arrays.toString(counts);
    }
}
