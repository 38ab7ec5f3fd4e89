package dev.millrace.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.stream.StreamViewType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;

class StreamShardsTest {
    private static final long BORN = 1_795_420_800_000L;
    private static final StreamShards EMPTY =
            StreamShards.of(
                    new Stream(
                            3,
                            1,
                            "t",
                            "arn",
                            "label",
                            StreamViewType.KEYS_ONLY,
                            StreamStatus.ENABLED,
                            Instant.EPOCH,
                            new KeySchema(new KeyAttribute("pk", ScalarType.S), null),
                            StreamLife.of(null)));

    @Test
    void idsGrowWithinAMillisecondAlsoWhereTheSuffixStartsAgain() {
        StreamShards shards = EMPTY.with(List.of(shard(65_534, ShardId.format(BORN, 3, 65_534))));
        for (int i = 0; i < 4; i++) {
            shards = shards.with(List.of(shard(shards.nextNumber(), shards.nextShardId(BORN))));
        }
        assertThat(shards.shards())
                .extracting(Shard::shardId)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(5);
    }

    @Test
    void idsGrowThoughTheClockWasSetBack() {
        StreamShards shards = EMPTY.with(List.of(shard(0, ShardId.format(BORN, 3, 0))));
        assertThat(shards.nextShardId(BORN - 1_000)).isGreaterThan(ShardId.format(BORN, 3, 0));
    }

    @Test
    void aShardIsFoundByNumberAndById() {
        StreamShards shards = three();
        assertThat(shards.find(1)).contains(shards.shards().get(1));
        assertThat(shards.find(7)).isEmpty();
        assertThat(shards.find(shards.shards().get(2).shardId())).contains(shards.shards().get(2));
        assertThat(shards.find("shardId-0")).isEmpty();
    }

    @Test
    void thoseAfterAnIdThatIsGoneAreFound() {
        StreamShards shards = three();
        Shard middle = shards.shards().get(1);
        assertThat(shards.without(middle).after(middle.shardId()))
                .containsExactly(shards.shards().get(2));
    }

    @Test
    void aHashBelongsToTheOpenShardThatBeginsLastBeforeIt() {
        StreamShards shards =
                EMPTY.with(
                        List.of(
                                open(0, 0, null),
                                open(1, Long.MIN_VALUE, null),
                                open(2, 0x4000000000000000L, null)));
        assertThat(shards.openShardOf(0).number()).isZero();
        assertThat(shards.openShardOf(0x4000000000000000L).number()).isEqualTo(2);
        assertThat(shards.openShardOf(Long.MAX_VALUE).number()).isEqualTo(2);
        assertThat(shards.openShardOf(-1).number()).isEqualTo(1);
        assertThat(shards.lastHashOf(shards.openShardOf(0))).isEqualTo(0x3FFFFFFFFFFFFFFFL);
        assertThat(shards.lastHashOf(shards.openShardOf(-1))).isEqualTo(-1L);
        assertThatThrownBy(() -> EMPTY.openShardOf(0)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void childrenAreThoseThatNameTheirParent() {
        String parent = ShardId.format(BORN, 3, 0);
        StreamShards shards =
                EMPTY.with(List.of(open(0, 0, null), open(1, 0, parent), open(2, 5, parent)));
        assertThat(shards.childrenOf(parent)).extracting(Shard::number).containsExactly(1, 2);
        assertThat(shards.childrenOf(ShardId.format(BORN, 3, 2))).isEmpty();
    }

    private static StreamShards three() {
        return EMPTY.with(List.of(open(0, 0, null), open(1, 1, null), open(2, 2, null)));
    }

    private static Shard open(int number, long firstHash, @Nullable String parent) {
        String id = ShardId.format(BORN, 3, number);
        return new Shard(3, number, id, parent, firstHash, 1, 0, null, null, null);
    }

    private static Shard shard(int number, String id) {
        return new Shard(3, number, id, null, 0, 1, 0, null, null, null);
    }
}
