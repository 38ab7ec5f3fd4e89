package dev.millrace.triggers.poll;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.triggers.window.Window;
import dev.millrace.triggers.window.WindowCall;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// Lambda-esm reference, section 11.
class TumblingTest {
    private static final Duration LENGTH = Duration.ofSeconds(60);
    private static final String STATE = "{\"state\":{\"n\":1}}";

    private final PollFixture shard = new PollFixture();

    @BeforeEach
    void windows() {
        shard.tumbling = LENGTH;
    }

    @Test
    void windowIsAlignedToMultiplesOfItsLength() {
        shard.pass(Duration.ofSeconds(65)).arrive(1);

        assertThat(call().state().window()).isEqualTo(new Window(at(60), at(120)));
    }

    @Test
    void firstCallHasAnEmptyState() {
        shard.arrive(1);

        assertThat(state(call())).isEqualTo("{}");
    }

    @Test
    void nextCallOfTheWindowHasTheStateThatWasReturned() {
        shard.arrive(1).next();
        shard.answer(STATE).arrive(1);

        assertThat(state(call())).isEqualTo("{\"n\":1}");
    }

    @Test
    void recordsOfTwoWindowsAreNotInOneBatch() {
        shard.arrive(2).pass(LENGTH).arrive(1);

        assertThat(shard.sent()).containsExactly("1", "2");
    }

    @Test
    void recordOfALaterWindowBringsTheLastCallWithoutRecords() {
        shard.arrive(1).pass(LENGTH).arrive(1).next();
        shard.answer(STATE);
        Step.Invoke last = invoke();

        assertThat(last.batch().size()).isZero();
        assertThat(last.window()).isNotNull();
        assertThat(Objects.requireNonNull(last.window()).isFinal()).isTrue();
        assertThat(Objects.requireNonNull(last.window()).isEarly()).isFalse();
        assertThat(state(Objects.requireNonNull(last.window()))).isEqualTo("{\"n\":1}");
    }

    @Test
    void nextWindowBeginsWithAnEmptyState() {
        shard.arrive(1).pass(LENGTH).arrive(1).next();
        shard.answer(STATE).next();
        shard.answer("");

        assertThat(state(call())).isEqualTo("{}");
    }

    @Test
    void windowIsNotOverBeforeEverythingInItHasBeenRead() {
        shard.arrive(1).next();
        shard.answer(STATE).pass(LENGTH);

        assertThat(shard.next()).isEqualTo(new Step.Sleep(Instant.MAX));
    }

    @Test
    void passingOfTimeEndsTheWindow() {
        shard.arrive(1).next();
        shard.answer(STATE).pass(LENGTH).arrive(0);

        assertThat(call().isFinal()).isTrue();
    }

    @Test
    void endOfTheShardEndsTheWindow() {
        shard.arrive(1).end().next();
        shard.answer(STATE);

        assertThat(call().isFinal()).isTrue();
        assertThat(shard.poller().progress().isEnded()).isFalse();
        shard.answer("");
        assertThat(shard.poller().progress().isEnded()).isTrue();
    }

    @Test
    void stateThatIsTooLargeEndsTheWindowEarly() {
        shard.arrive(1).next();
        shard.answer("{\"state\":{\"a\":\"" + "x".repeat(1 << 20) + "\"}}");

        assertThat(call().isEarly()).isTrue();
    }

    @Test
    void recordsThatAreGivenUpEndTheWindowEarly() {
        shard.retriesMax = 0;
        shard.arrive(1).next();
        shard.fail().next();
        shard.poller().reported(0);

        assertThat(call().isEarly()).isTrue();
    }

    @Test
    void lastCallThatFailsTooOftenIsGivenUp() {
        shard.retriesMax = 0;
        shard.arrive(1).end().next();
        shard.answer(STATE).next();
        shard.fail().next();

        assertThat(shard.poller().progress().isEnded()).isTrue();
    }

    @Test
    void openWindowIsPartOfTheCheckpoint() {
        shard.arrive(1).next();
        shard.answer(STATE);
        ShardPoller other = shard.from(shard.poller().progress());
        PollFixture again = new PollFixture();
        again.entries(1);
        other.page(again.page(again.entries(1), false), shard.now);

        assertThat(other.next(0, shard.now))
                .isInstanceOfSatisfying(
                        Step.Invoke.class,
                        step ->
                                assertThat(state(Objects.requireNonNull(step.window())))
                                        .isEqualTo("{\"n\":1}"));
    }

    private WindowCall call() {
        return Objects.requireNonNull(invoke().window());
    }

    private Step.Invoke invoke() {
        Step step = shard.next();
        assertThat(step).isInstanceOf(Step.Invoke.class);
        return (Step.Invoke) step;
    }

    private static Instant at(int seconds) {
        return PollFixture.START.plusSeconds(seconds);
    }

    private static String state(WindowCall call) {
        return new String(call.state().state().bytes(), UTF_8);
    }
}
