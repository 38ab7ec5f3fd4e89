package dev.millrace.testkit.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Cuts a failing list down to a short one that still fails (delta debugging): it leaves out ever
/// smaller parts, and at last pairs of elements, which finds those that only make sense together.
public final class Shrinker {
    private static final int PAIRS_SIZE_MAX = 24;

    private final int trialsMax;

    /// A shrinker that tries at most `trialsMax` shorter lists.
    public Shrinker(int trialsMax) {
        this.trialsMax = trialsMax;
    }

    /// The shortened list.
    ///
    /// @param fails whether a list still fails; it holds for `failing`
    public <T> List<T> shrink(List<T> failing, Predicate<List<T>> fails) {
        Trials<T> trials = new Trials<>(fails, trialsMax);
        List<T> current = withoutParts(List.copyOf(failing), trials);
        Optional<List<T>> shorter = withoutPair(current, trials);
        while (shorter.isPresent()) {
            current = withoutParts(shorter.get(), trials);
            shorter = withoutPair(current, trials);
        }
        return current;
    }

    // Ends when no single element can be left out.
    private static <T> List<T> withoutParts(List<T> failing, Trials<T> trials) {
        List<T> current = failing;
        int part = Math.max(1, current.size() / 2);
        while (true) {
            List<T> shorter = withoutParts(current, part, trials);
            if (part == 1 && shorter.size() == current.size()) {
                return current;
            }
            current = shorter;
            part = Math.max(1, part / 2);
        }
    }

    private static <T> List<T> withoutParts(List<T> failing, int part, Trials<T> trials) {
        List<T> current = failing;
        int start = 0;
        while (start < current.size()) {
            int end = Math.min(start + part, current.size());
            List<T> shorter = new ArrayList<>(current.subList(0, start));
            shorter.addAll(current.subList(end, current.size()));
            if (trials.fails(shorter)) {
                current = shorter;
            } else {
                start = end;
            }
        }
        return current;
    }

    private static <T> Optional<List<T>> withoutPair(List<T> failing, Trials<T> trials) {
        if (failing.size() > PAIRS_SIZE_MAX) {
            return Optional.empty();
        }
        for (int first = 0; first < failing.size(); first++) {
            for (int second = first + 1; second < failing.size(); second++) {
                List<T> shorter = new ArrayList<>(failing);
                shorter.remove(second);
                shorter.remove(first);
                if (trials.fails(shorter)) {
                    return Optional.of(shorter);
                }
            }
        }
        return Optional.empty();
    }

    /// The trials of one shrinking; when there are none left, nothing fails any more.
    private static final class Trials<T> {
        private final Predicate<List<T>> fails;
        private int left;

        Trials(Predicate<List<T>> fails, int left) {
            this.fails = fails;
            this.left = left;
        }

        boolean fails(List<T> list) {
            return left-- > 0 && fails.test(List.copyOf(list));
        }
    }
}
