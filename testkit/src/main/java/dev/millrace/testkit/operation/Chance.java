package dev.millrace.testkit.operation;

import java.util.List;
import java.util.random.RandomGenerator;

/// Choices made by a seeded generator of random numbers.
record Chance(RandomGenerator random) {
    /// True in `percent` of 100 cases.
    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    /// A number from 0 to `bound - 1`.
    int below(int bound) {
        return random.nextInt(bound);
    }

    /// One of these, each as likely as any other.
    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
