package dev.millrace.testkit.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.testkit.linearizability.Cells.Input;
import dev.millrace.testkit.linearizability.Cells.Output;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;

class LinearizabilityTest {
    private final List<Call<Input, Output>> history = new ArrayList<>();

    @Test
    void callsOneAfterAnotherAreExplainedByTheirOwnOrder() {
        answered(0, 1, new Input.Write("a", 1), number(null));
        answered(2, 3, new Input.Add("a", 2), number(3L));
        answered(4, 5, new Input.Remove("a"), number(3L));
        answered(6, 7, new Input.Read("a"), number(null));

        assertThat(explained()).isTrue();
    }

    @Test
    void readThatBeginsAfterAWriteEndedMustSeeIt() {
        answered(0, 1, new Input.Write("a", 1), number(null));
        answered(2, 3, new Input.Read("a"), number(null));

        assertThat(explained()).isFalse();
    }

    @Test
    void readBesideAWriteMaySeeItOrNot() {
        answered(0, 10, new Input.Write("a", 1), number(null));
        answered(1, 3, new Input.Read("a"), number(null));
        answered(4, 6, new Input.Read("a"), number(1L));

        assertThat(explained()).isTrue();
    }

    @Test
    void whatOneReadHasSeenTheNextCannotMiss() {
        answered(0, 10, new Input.Write("a", 1), number(null));
        answered(1, 3, new Input.Read("a"), number(1L));
        answered(4, 6, new Input.Read("a"), number(null));

        assertThat(explained()).isFalse();
    }

    @Test
    void twoAdditionsCannotBothBeTheFirst() {
        answered(0, 10, new Input.Add("a", 1), number(1L));
        answered(0, 10, new Input.Add("a", 1), number(1L));

        assertThat(explained()).isFalse();
    }

    @Test
    void onlyOneOfTwoConditionalWritesSucceeds() {
        answered(0, 10, new Input.WriteIf("a", null, 1), new Output.Done());
        answered(0, 10, new Input.WriteIf("a", null, 2), new Output.Done());

        assertThat(explained()).isFalse();
    }

    @Test
    void refusalTellsWhatWasThere() {
        answered(0, 10, new Input.WriteIf("a", null, 1), new Output.Done());
        answered(0, 10, new Input.WriteIf("a", null, 2), new Output.Refused(1L));

        assertThat(explained()).isTrue();
    }

    @Test
    void noMomentShowsHalfAMove() {
        answered(0, 1, new Input.Write("a", 5), number(null));
        answered(2, 10, new Input.Move("a", "b", 5), new Output.Done());
        answered(3, 4, new Input.ReadTogether(List.of("a", "b")), numbers(0L, null));

        assertThat(explained()).isFalse();
    }

    @Test
    void callWithoutAnswerMayTakeEffectLate() {
        open(0, new Input.Write("a", 1));
        answered(1, 2, new Input.Read("a"), number(null));
        answered(3, 4, new Input.Read("a"), number(1L));

        assertThat(explained()).isTrue();
    }

    @Test
    void callWithoutAnswerMayNeverTakeEffect() {
        open(0, new Input.Write("a", 1));
        answered(1, 2, new Input.Read("a"), number(null));

        assertThat(explained()).isTrue();
    }

    @Test
    void callWithoutAnswerTakesEffectOnce() {
        open(0, new Input.Add("a", 1));
        answered(1, 2, new Input.Read("a"), number(1L));
        answered(3, 4, new Input.Read("a"), number(2L));

        assertThat(explained()).isFalse();
    }

    @Test
    void historiesOfCellsThatAreAskedOneByOneAreExplained() {
        for (long seed = 0; seed < 200; seed++) {
            assertThat(explained(concurrent(new Random(seed), 60))).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void oneWrongSumAmongManyCallsIsFound() {
        for (long seed = 0; seed < 200; seed++) {
            List<Call<Input, Output>> calls = concurrent(new Random(seed), 60);
            calls.add(
                    Call.answered(
                            99, new Input.Add("a", 1), number(1_000_000L), 1_000_000, 1_000_001));

            assertThat(explained(calls)).as("seed %d", seed).isFalse();
        }
    }

    // Each call takes effect at a moment of its own; it begins somewhat before and ends somewhat
    // after.
    private static List<Call<Input, Output>> concurrent(RandomGenerator random, int count) {
        Cells cells = new Cells();
        Cells.State state = cells.initial();
        List<Call<Input, Output>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Input input = new Input.Add(random.nextBoolean() ? "a" : "b", random.nextInt(3));
            String cell = ((Input.Add) input).cell();
            state = Objects.requireNonNull(cells.next(state, input, null));
            long moment = 100L * i;
            calls.add(
                    Call.answered(
                            i,
                            input,
                            number(state.of(cell)),
                            moment - random.nextInt(300),
                            moment + random.nextInt(300)));
        }
        Collections.shuffle(calls, new Random(random.nextLong()));
        return calls;
    }

    private void answered(long begin, long end, Input input, Output output) {
        history.add(Call.answered(history.size(), input, output, begin, end));
    }

    private void open(long begin, Input input) {
        history.add(Call.open(history.size(), input, begin));
    }

    private boolean explained() {
        return explained(history);
    }

    private static boolean explained(List<Call<Input, Output>> calls) {
        return Linearizability.explains(new Cells(), calls);
    }

    private static Output number(@Nullable Long number) {
        return new Output.One(number);
    }

    private static Output numbers(@Nullable Long... numbers) {
        return new Output.Several(Arrays.asList(numbers));
    }
}
