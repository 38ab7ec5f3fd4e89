package dev.millrace.triggers.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// What became of each record, by its number, and whether that was right: no record of a key is
/// sent while an earlier one of that key is unaccounted for.
final class SimulatedLedger {
    private final String seed;
    private final List<Written> written = new ArrayList<>();
    private final Set<Integer> accounted = new HashSet<>();
    private final Map<Integer, NavigableSet<Integer>> openByKey = new HashMap<>();
    private final Set<Integer> lost = new HashSet<>();

    private record Written(int key, Instant moment) {}

    SimulatedLedger(long seed) {
        this.seed = "seed " + seed;
    }

    void written(int number, int key, Instant moment) {
        assertThat(number).isEqualTo(written.size());
        written.add(new Written(key, moment));
        open(key).add(number);
    }

    int keyOf(int number) {
        return written.get(number).key();
    }

    /// A function is called with these.
    void sent(List<Integer> numbers) {
        Set<Integer> before = new HashSet<>();
        for (int number : numbers) {
            for (int earlier : open(keyOf(number)).headSet(number)) {
                assertThat(before)
                        .as("%s: %d is sent before %d", seed, number, earlier)
                        .contains(earlier);
            }
            before.add(number);
        }
    }

    /// These were dealt with.
    void accountFor(List<Integer> numbers) {
        numbers.forEach(this::account);
    }

    /// These were given up.
    void givenUp(List<Integer> numbers) {
        numbers.forEach(this::account);
        lost.addAll(numbers);
    }

    /// Everything before a moment was trimmed, dealt with or not.
    void trimmed(Instant before) {
        for (int number = 0; number < written.size(); number++) {
            if (written.get(number).moment().isBefore(before) && account(number)) {
                lost.add(number);
            }
        }
    }

    boolean isComplete() {
        return accounted.size() == written.size();
    }

    /// Those that were neither given up nor trimmed.
    List<Integer> kept() {
        List<Integer> kept = new ArrayList<>();
        for (int number = 0; number < written.size(); number++) {
            if (!lost.contains(number)) {
                kept.add(number);
            }
        }
        return kept;
    }

    int size() {
        return written.size();
    }

    String seed() {
        return seed;
    }

    private boolean account(int number) {
        open(keyOf(number)).remove(number);
        return accounted.add(number);
    }

    private NavigableSet<Integer> open(int key) {
        return openByKey.computeIfAbsent(key, _ -> new TreeSet<>());
    }
}
