package dev.millrace.testkit.invariant;

import static dev.millrace.testkit.invariant.Streams.insert;
import static dev.millrace.testkit.invariant.Streams.item;
import static dev.millrace.testkit.invariant.Streams.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.stream.StreamDescription;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.stream.ShardContent;
import dev.millrace.testkit.stream.StreamContent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;

final class ShardInvariantsTest {
    private static final Item A = item("a", 1);
    private static final Item B = item("b", 1);

    @Test
    void closedShardWithTwoChildrenIsSound() {
        StreamDescription stream =
                describe(
                        StreamStatus.ENABLED,
                        shard("parent", null, 1, 5L),
                        shard("left", "parent", 6, null),
                        shard("right", "parent", 6, null));
        assertThat(ClosedShardHasItsChildren.violations(stream)).isEmpty();
    }

    @Test
    void closedShardWithoutChildIsAViolationWhileTheStreamIsEnabled() {
        ShardContent closed = shard("one", null, 1, 5L);
        assertThat(ClosedShardHasItsChildren.violations(describe(StreamStatus.ENABLED, closed)))
                .hasSize(1);
        assertThat(ClosedShardHasItsChildren.violations(describe(StreamStatus.DISABLED, closed)))
                .isEmpty();
    }

    @Test
    void openShardWithAChildIsAViolation() {
        StreamDescription stream =
                describe(
                        StreamStatus.ENABLED,
                        shard("parent", null, 1, null),
                        shard("child", "parent", 6, null));
        assertThat(ClosedShardHasItsChildren.violations(stream)).hasSize(1);
    }

    @Test
    void childListedBeforeItsParentIsAViolation() {
        StreamDescription stream =
                describe(
                        StreamStatus.ENABLED,
                        shard("child", "parent", 6, null),
                        shard("parent", null, 1, 5L));
        assertThat(ClosedShardHasItsChildren.violations(stream)).hasSize(1);
    }

    @Test
    void closedShardMayLoseItsOldestRecordsAndVanish() {
        ClosedShardNeverGrows watch = new ClosedShardNeverGrows();
        assertThat(watch.violations(one(5L, true, true))).isEmpty();
        assertThat(watch.violations(one(5L, false, true))).isEmpty();
        assertThat(watch.violations(Streams.of())).isEmpty();
    }

    @Test
    void openShardMayGrow() {
        ClosedShardNeverGrows watch = new ClosedShardNeverGrows();
        assertThat(watch.violations(one(null, true, false))).isEmpty();
        assertThat(watch.violations(one(null, true, true))).isEmpty();
    }

    @Test
    void closedShardThatGrowsIsAViolation() {
        ClosedShardNeverGrows watch = new ClosedShardNeverGrows();
        watch.violations(one(5L, true, false));
        assertThat(watch.violations(one(5L, true, true))).hasSize(1);
    }

    @Test
    void closedShardWithAnotherEndIsAViolation() {
        ClosedShardNeverGrows watch = new ClosedShardNeverGrows();
        watch.violations(one(5L, true, true));
        assertThat(watch.violations(one(6L, true, true))).hasSize(1);
    }

    @Test
    void closedShardThatComesBackIsAViolation() {
        ClosedShardNeverGrows watch = new ClosedShardNeverGrows();
        watch.violations(one(5L, true, true));
        watch.violations(Streams.of());
        assertThat(watch.violations(one(5L, true, true))).hasSize(1);
    }

    private static StreamContent one(@Nullable Long end, boolean hasFirst, boolean hasSecond) {
        return hasFirst && hasSecond
                ? Streams.of(shard("one", null, 1, end, insert(2, A), insert(3, B)))
                : Streams.of(shard("one", null, 1, end, hasFirst ? insert(2, A) : insert(3, B)));
    }

    private static StreamDescription describe(StreamStatus status, ShardContent... shards) {
        return new StreamDescription(
                "arn",
                "label",
                "table",
                status,
                StreamViewType.KEYS_ONLY,
                Instant.EPOCH,
                Streams.of().keySchema(),
                Arrays.stream(shards).map(ShardContent::shard).toList(),
                null);
    }
}
