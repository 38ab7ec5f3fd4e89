package dev.millrace.testkit.invariant;

import static dev.millrace.testkit.invariant.Streams.insert;
import static dev.millrace.testkit.invariant.Streams.item;
import static dev.millrace.testkit.invariant.Streams.modify;
import static dev.millrace.testkit.invariant.Streams.remove;
import static dev.millrace.testkit.invariant.Streams.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.value.Item;
import dev.millrace.testkit.stream.StreamContent;

import org.junit.jupiter.api.Test;

import java.util.List;

final class StreamInvariantsTest {
    private static final Item A1 = item("a", 1);
    private static final Item A2 = item("a", 2);
    private static final Item B1 = item("b", 1);

    private static final StreamContent SOUND =
            Streams.of(
                    shard("parent", null, 1, 10L, insert(2, A1), insert(5, B1)),
                    shard("left", "parent", 11, null, modify(12, A1, A2)),
                    shard("right", "parent", 11, null, remove(13, B1)));

    @Test
    void soundStreamHasIncreasingSequenceNumbers() {
        assertThat(SequenceNumbersIncreaseWithinShard.violations(SOUND)).isEmpty();
    }

    @Test
    void soundStreamKeepsTheOrderOfChanges() {
        assertThat(ChangesOfOneItemKeepTheirOrderAcrossShards.violations(SOUND)).isEmpty();
    }

    @Test
    void soundStreamReplaysToItsTable() {
        assertThat(ReplayedStreamEqualsTable.violations(SOUND, List.of(), List.of(A2))).isEmpty();
    }

    @Test
    void fallingSequenceNumberIsAViolation() {
        StreamContent stream =
                Streams.of(shard("one", null, 1, null, insert(3, A1), insert(2, B1)));
        assertThat(SequenceNumbersIncreaseWithinShard.violations(stream)).hasSize(1);
    }

    @Test
    void childThatStartsBeforeItsParentEndedIsAViolation() {
        StreamContent stream =
                Streams.of(
                        shard("parent", null, 1, 9L, insert(8, A1)),
                        shard("child", "parent", 5, null));
        assertThat(SequenceNumbersIncreaseWithinShard.violations(stream)).hasSize(1);
    }

    @Test
    void recordBeyondTheEndOfItsShardIsAViolation() {
        StreamContent stream = Streams.of(shard("one", null, 1, 2L, insert(3, A1)));
        assertThat(SequenceNumbersIncreaseWithinShard.violations(stream)).hasSize(1);
    }

    @Test
    void oneItemInSiblingShardsIsAViolation() {
        StreamContent stream =
                Streams.of(
                        shard("left", null, 1, null, insert(2, A1)),
                        shard("right", null, 1, null, modify(3, A1, A2)));
        assertThat(ChangesOfOneItemKeepTheirOrderAcrossShards.violations(stream)).hasSize(1);
    }

    @Test
    void missingRecordIsAViolation() {
        StreamContent stream = Streams.of(shard("one", null, 1, null, insert(2, A1)));
        assertThat(ReplayedStreamEqualsTable.violations(stream, List.of(), List.of(A1, B1)))
                .hasSize(1);
    }

    @Test
    void itemsFromBeforeTheStreamAreWhereTheReplayStarts() {
        StreamContent stream = Streams.of(shard("one", null, 1, null, modify(2, A1, A2)));
        assertThat(ReplayedStreamEqualsTable.violations(stream, List.of(A1, B1), List.of(A2, B1)))
                .isEmpty();
    }
}
