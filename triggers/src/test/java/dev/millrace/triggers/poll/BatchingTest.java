package dev.millrace.triggers.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.failure.Backoff;
import dev.millrace.triggers.function.Outcome;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Lambda-esm reference, section 6.
class BatchingTest {
    private final PollFixture shard = new PollFixture();

    @Test
    void withoutAWindowWhateverArrivedIsSentAtOnce() {
        assertThat(shard.arrive(2).sent()).containsExactly("1", "2");
    }

    @Test
    void batchIsNoLargerThanItsSize() {
        shard.batchSize = 2;

        assertThat(shard.arrive(3).sent()).containsExactly("1", "2");
    }

    @Test
    void batchIsCutAtItsBytes() {
        shard.batchBytes = 16;

        assertThat(shard.arrive(3).sent()).containsExactly("1", "2");
    }

    @Test
    void recordLargerThanABatchIsSentAlone() {
        shard.batchBytes = 3;

        assertThat(shard.arrive(2).sent()).containsExactly("1");
    }

    @Test
    void windowHoldsRecordsBackUntilItIsOver() {
        shard.window = Duration.ofSeconds(10);
        shard.arrive(1).pass(Duration.ofSeconds(4));

        assertThat(shard.arrive(1).next())
                .isEqualTo(new Step.Sleep(PollFixture.START.plusSeconds(10)));
        assertThat(shard.sentAtLast()).containsExactly("1", "2");
    }

    @Test
    void fullBatchDoesNotWaitForItsWindow() {
        shard.window = Duration.ofSeconds(10);
        shard.batchSize = 2;

        assertThat(shard.arrive(2).sent()).containsExactly("1", "2");
    }

    @Test
    void heavyBatchDoesNotWaitForItsWindow() {
        shard.window = Duration.ofSeconds(10);
        shard.batchBytes = 16;

        assertThat(shard.arrive(2).sent()).containsExactly("1", "2");
    }

    @Test
    void nextWindowBeginsWhenTheInvocationHasEnded() {
        shard.window = Duration.ofSeconds(10);
        shard.arrive(1).sentAtLast();
        shard.arrive(1).pass(Duration.ofSeconds(30)).succeed();

        assertThat(shard.next()).isEqualTo(new Step.Sleep(shard.now.plusSeconds(10)));
    }

    @Test
    void windowThatPassedWithoutARecordBeginsAnewWithTheNextOne() {
        shard.window = Duration.ofSeconds(10);
        shard.poller();
        shard.pass(Duration.ofSeconds(60)).arrive(1);

        assertThat(shard.next()).isEqualTo(new Step.Sleep(shard.now.plusSeconds(10)));
    }

    @Test
    void endOfTheShardEndsTheWindow() {
        shard.window = Duration.ofSeconds(10);

        assertThat(shard.arrive(1).end().sent()).containsExactly("1");
    }

    @Test
    void shardIsNotReadOnWhileTwoBatchesWait() {
        shard.batchSize = 2;
        assertThat(shard.arrive(3).poller().wantsRecords()).isTrue();

        assertThat(shard.arrive(1).poller().wantsRecords()).isFalse();
    }

    @Test
    void lanesAreDealtRecordsByTheHashOfTheirKey() {
        shard.lanes = 2;
        shard.arrive(4);

        assertThat(sent(0)).containsExactly("2", "4");
        assertThat(sent(1)).containsExactly("1", "3");
    }

    @Test
    void failingLaneDoesNotHoldUpAnother() {
        shard.lanes = 2;
        shard.arrive(2);
        sent(0);
        shard.fail();

        assertThat(sent(1)).containsExactly("1");
    }

    @Test
    void eachLaneHasItsOwnCheckpoint() {
        shard.lanes = 2;
        shard.arrive(4);
        sent(0);
        shard.succeed();

        assertThat(shard.done()).containsExactly("4", null);
    }

    @Test
    void lanesGoOnWhereEachOfThemHadCome() {
        shard.lanes = 2;
        shard.arrive(4);
        sent(0);
        shard.succeed();
        ShardPoller other = shard.from(shard.poller().progress());
        PollFixture again = new PollFixture();
        other.page(again.page(again.entries(4), false), shard.now);

        assertThat(other.next(0, shard.now)).isEqualTo(new Step.Sleep(Instant.MAX));
        assertThat(other.next(1, shard.now)).isInstanceOf(Step.Invoke.class);
    }

    @Test
    void changedNumberOfLanesRepeatsNothing() {
        shard.lanes = 2;
        shard.arrive(4);
        sent(0);
        shard.succeed();
        shard.lanes = 1;
        ShardPoller other = shard.from(shard.poller().progress());
        PollFixture again = new PollFixture();
        other.page(again.page(again.entries(4), false), shard.now);

        assertThat(other.next(0, shard.now))
                .isInstanceOfSatisfying(
                        Step.Invoke.class,
                        step ->
                                assertThat(PollFixture.numbers(step.batch()))
                                        .containsExactly("1", "3"));
    }

    @Test
    void whatIsDoneBeyondTheCheckpointIsPassedOver() {
        shard.lanes = 2;
        List<LaneRange> done = List.of(new LaneRange(1, 2, "1", "3"));
        ShardPoller poller =
                new ShardPoller(
                        shard.rules(),
                        Progress.NONE,
                        done,
                        new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), new Random(7)),
                        shard.now);
        poller.page(shard.page(shard.entries(5), false), shard.now);

        assertThat(numbers(poller.next(0, shard.now))).containsExactly("2", "4");
        assertThat(numbers(poller.next(1, shard.now))).containsExactly("5");
    }

    @Test
    void rangeIsPassedByItsOwnLaneOrByAll() {
        LaneRange range = new LaneRange(1, 2, "1", "3");

        assertThat(range.isPassedBy(progress("1", "3"))).isTrue();
        assertThat(range.isPassedBy(progress("9", "2"))).isFalse();
        assertThat(range.isPassedBy(progress("3", "3", "4"))).isTrue();
        assertThat(range.isPassedBy(progress("9", "3", null))).isFalse();
        assertThat(range.isPassedBy(Progress.ENDED)).isTrue();
    }

    @Test
    void laneThatIsAheadStaysAheadOverTwoRestarts() {
        shard.lanes = 2;
        shard.arrive(4);
        sent(0);
        shard.succeed();
        ShardPoller second = shard.from(shard.poller().progress());
        ShardPoller third = shard.from(second.progress());
        PollFixture again = new PollFixture();
        third.page(again.page(again.entries(4), false), shard.now);

        assertThat(second.progress().done()).containsExactly("4", null);
        assertThat(third.next(0, shard.now)).isEqualTo(new Step.Sleep(Instant.MAX));
        assertThat(numbers(third.next(1, shard.now))).containsExactly("1", "3");
    }

    @Test
    void changedNumberOfLanesRepeatsNothingAfterAFurtherRestart() {
        shard.lanes = 2;
        shard.arrive(4);
        sent(0);
        shard.succeed();
        shard.lanes = 3;
        Progress kept = shard.from(shard.poller().progress()).progress();
        shard.lanes = 1;
        ShardPoller third = shard.from(kept);
        PollFixture again = new PollFixture();
        third.page(again.page(again.entries(4), false), shard.now);

        assertThat(kept.earlier()).hasSize(1);
        assertThat(numbers(third.next(0, shard.now))).containsExactly("1", "3");
    }

    @Test
    void earlierLanesAreForgottenOnceAllHavePassedThem() {
        shard.lanes = 2;
        shard.arrive(4);
        sent(0);
        shard.succeed();
        shard.lanes = 1;
        ShardPoller other = shard.from(shard.poller().progress());
        PollFixture again = new PollFixture();
        other.page(again.page(again.entries(4), false), shard.now);
        assertThat(other.progress().earlier()).hasSize(1);
        other.next(0, shard.now);
        other.ended(0, new Outcome.Answered(Binary.of(new byte[0])), shard.now);

        assertThat(other.progress().earlier()).isEmpty();
        assertThat(other.progress().done()).containsExactly("4");
    }

    private static Progress progress(@Nullable String... done) {
        return new Progress(Arrays.asList(done), false, null, List.of());
    }

    private static List<String> numbers(Step step) {
        return step instanceof Step.Invoke(Batch batch, _)
                ? PollFixture.numbers(batch)
                : List.of("nothing");
    }

    private List<String> sent(int lane) {
        return shard.poller().next(lane, shard.now) instanceof Step.Invoke invoke
                ? PollFixture.numbers(invoke.batch())
                : List.of();
    }
}
