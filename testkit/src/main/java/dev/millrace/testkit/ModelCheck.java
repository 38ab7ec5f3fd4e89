package dev.millrace.testkit;

import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.OperationGenerator;
import dev.millrace.testkit.operation.OperationText;
import dev.millrace.testkit.operation.Outcome;
import dev.millrace.testkit.operation.Shrinker;
import dev.millrace.testkit.reference.ReferenceDatabase;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The model test: does lists of operations on a system and on the reference database and demands
/// the same answers, tables and streams.
///
/// The system is made anew for every list, because a failing list is done again and again, each
/// time shorter, to find what is essential in it.
public final class ModelCheck {
    private static final int CONTENT_INTERVAL = 100;
    private static final int SHRINK_TRIALS_MAX = 600;

    private final Supplier<? extends SystemUnderTest> systems;
    private final Shrinker shrinker;

    /// A check of the systems that `systems` makes, each of them empty.
    public ModelCheck(Supplier<? extends SystemUnderTest> systems) {
        this(systems, SHRINK_TRIALS_MAX);
    }

    /// A check that does a failing list again at most `shrinkTrialsMax` times.
    public ModelCheck(Supplier<? extends SystemUnderTest> systems, int shrinkTrialsMax) {
        this.systems = systems;
        this.shrinker = new Shrinker(shrinkTrialsMax);
    }

    /// Checks `count` random operations.
    ///
    /// @throws AssertionError with the seed, the shortened list and the difference
    public static void run(long seed, int count, Supplier<? extends SystemUnderTest> systems) {
        new ModelCheck(systems).check(seed, count);
    }

    /// Checks `count` random operations that follow from the seed.
    ///
    /// @throws AssertionError with the seed, the shortened list and the difference
    public void check(long seed, int count) {
        check("seed " + seed, new OperationGenerator(seed).operations(count));
    }

    /// Checks this list of operations.
    ///
    /// @param origin where the list comes from, for the message
    /// @throws AssertionError with the origin, the shortened list and the difference
    public void check(String origin, List<DatabaseOperation> operations) {
        Optional<Difference> found = difference(operations);
        if (found.isEmpty()) {
            return;
        }
        List<DatabaseOperation> shortest =
                shrinker.shrink(operations, shorter -> difference(shorter).isPresent());
        // The last run of the shortest list is the one to tell of; a system that does not repeat
        // its fault leaves the first one.
        Difference difference = difference(shortest).or(() -> found).orElseThrow();
        throw new AssertionError(
                "%s: the system differs from the reference after %d of %d operations%n%s%n%s"
                        .formatted(
                                origin,
                                shortest.size(),
                                operations.size(),
                                OperationText.format(shortest),
                                difference.text()),
                difference.cause());
    }

    private Optional<Difference> difference(List<DatabaseOperation> operations) {
        try (SystemUnderTest system = systems.get()) {
            ReferenceDatabase reference = new ReferenceDatabase();
            for (int i = 0; i < operations.size(); i++) {
                Optional<Difference> found = step(reference, system, operations.get(i));
                boolean isDue = (i + 1) % CONTENT_INTERVAL == 0 || i + 1 == operations.size();
                if (found.isEmpty() && isDue) {
                    found = contentDifference(reference, system);
                }
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<Difference> step(
            ReferenceDatabase reference, SystemUnderTest system, DatabaseOperation operation) {
        Outcome expected = reference.apply(operation);
        Outcome actual;
        try {
            actual = system.apply(operation);
        } catch (RuntimeException thrown) {
            return Optional.of(threw(OperationText.format(operation), thrown));
        }
        if (expected.equals(actual)) {
            return Optional.empty();
        }
        return Optional.of(
                Difference.of(
                        "%s%n  expected %s%n  actual   %s"
                                .formatted(
                                        OperationText.format(operation),
                                        OutcomeText.format(expected),
                                        OutcomeText.format(actual))));
    }

    private static Optional<Difference> contentDifference(
            ReferenceDatabase reference, SystemUnderTest system) {
        try {
            List<String> differences = new ContentComparison(reference, system).differences();
            return differences.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Difference.of(String.join("\n", differences)));
        } catch (RuntimeException thrown) {
            return Optional.of(threw("comparison of tables and streams", thrown));
        }
    }

    private static Difference threw(String during, RuntimeException thrown) {
        return new Difference(during + "\n  threw " + thrown, thrown);
    }
}
