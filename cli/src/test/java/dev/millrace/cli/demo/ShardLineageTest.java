package dev.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.Shard;

import java.util.List;

class ShardLineageTest {

    @Test
    void parentsComeBeforeTheirChildren() {
        assertThat(order(shard("a", "c"), shard("b", "a"), shard("c", null), shard("d", "b")))
                .containsExactly("c", "a", "b", "d");
    }

    @Test
    void bothChildrenOfASplitShardFollowIt() {
        assertThat(order(shard("a", "z"), shard("b", "z"), shard("z", null)))
                .containsExactly("z", "a", "b");
    }

    @Test
    void parentThatIsGoneIsNotWaitedFor() {
        assertThat(order(shard("a", "trimmed"))).containsExactly("a");
    }

    @Test
    void shardThatDescendsFromItselfIsRefused() {
        ShardLineage lineage = new ShardLineage(List.of(shard("a", "b"), shard("b", "a")));
        assertThatThrownBy(lineage::parentsFirst).isInstanceOf(DemoException.class);
    }

    private static List<String> order(Shard... shards) {
        return new ShardLineage(List.of(shards))
                .parentsFirst().stream().map(Shard::shardId).toList();
    }

    private static Shard shard(String id, @Nullable String parent) {
        return Shard.builder().shardId(id).parentShardId(parent).build();
    }
}
