package dev.millrace.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class ModelCheckTest {
    private static final long SEED = 20261122;
    private static final int OPERATIONS = 2000;
    private static final int SEEDS = 5;
    private static final Pattern LENGTH = Pattern.compile("after (\\d+) of (\\d+) operations");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, SEED})
    void referenceAgreesWithItself(long seed) {
        assertThatCode(() -> ModelCheck.run(seed, OPERATIONS, ReferenceSystem::new))
                .as("seed %d", seed)
                .doesNotThrowAnyException();
    }

    @Test
    void ignoredConditionIsFoundWithFewOperations() {
        // One is enough where the condition itself is what is refused.
        assertThat(lengthOfFailure(FaultySystems.IgnoresConditions::new)).isBetween(1, 4);
    }

    @Test
    void lostIndexEntryIsFoundWithFewOperations() {
        assertThat(lengthOfFailure(FaultySystems.LosesIndexEntries::new)).isBetween(2, 5);
    }

    @Test
    void lostRecordIsFoundWithFewOperations() {
        assertThat(lengthOfFailure(FaultySystems.LosesRecords::new)).isBetween(2, 5);
    }

    @Test
    void swappedRecordsAreFoundWithFewOperations() {
        assertThat(lengthOfFailure(FaultySystems.SwapsRecords::new)).isBetween(2, 4);
    }

    @Test
    void recordOfAnUnchangedPutIsFoundWithFewOperations() {
        assertThat(lengthOfFailure(FaultySystems.RecordsUnchangedPuts::new)).isBetween(2, 4);
    }

    @Test
    void halfOfACancelledTransactionIsFoundWithFewOperations() {
        assertThat(lengthOfFailure(FaultySystems.CancelsHalf::new)).isBetween(2, 6);
    }

    @Test
    void expiryWithoutItsMarkIsFoundWithFewOperations() {
        assertThat(lengthOfFailure(FaultySystems.HidesExpiry::new)).isBetween(4, 6);
    }

    @Test
    void expectationsJoinedTheWrongWayAreFoundWithFewOperations() {
        assertThat(lengthOfFailure(FaultySystems.ExpectsAny::new)).isBetween(2, 5);
    }

    @Test
    void filtersJoinedTheWrongWayAreFoundWithFewOperations() {
        assertThat(lengthOfFailure(FaultySystems.FiltersByAny::new)).isBetween(3, 5);
    }

    @Test
    void insertionOverAnItemIsFoundWithFewOperations() {
        assertThat(lengthOfFailure(FaultySystems.InsertsOverItems::new)).isBetween(2, 4);
    }

    @Test
    void errorOfTheSystemIsFoundWithFewOperations() {
        assertThat(lengthOfFailure(FaultySystems.Crashes::new)).isEqualTo(2);
    }

    @Test
    void errorOfTheSystemIsTheCauseOfTheFailure() {
        assertThat(failure(FaultySystems.Crashes::new).getCause())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("row has no format byte");
    }

    @Test
    void failureTellsItsSeed() {
        assertThat(failure(FaultySystems.IgnoresConditions::new))
                .hasMessageContaining("seed " + SEED);
    }

    private static int lengthOfFailure(Supplier<SystemUnderTest> systems) {
        AssertionError failure = failure(systems);
        Matcher matcher = LENGTH.matcher(String.valueOf(failure.getMessage()));
        assertThat(matcher.find()).as(failure.getMessage()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    // A rare kind of operation may not come with every seed in the way that shows the fault.
    private static AssertionError failure(Supplier<SystemUnderTest> systems) {
        for (long seed = SEED; seed < SEED + SEEDS; seed++) {
            long tried = seed;
            AssertionError failure =
                    catchThrowableOfType(
                            AssertionError.class, () -> ModelCheck.run(tried, OPERATIONS, systems));
            if (failure != null) {
                return failure;
            }
        }
        return fail("the fault shows with none of %d seeds from %d on", SEEDS, SEED);
    }
}
