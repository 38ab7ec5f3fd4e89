package dev.millrace.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamLife;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.stream.StreamViewType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class FrontierTest {
    private final Frontier frontier = new Frontier();

    @Test
    void aReaderBeginsWithTheShardsWithoutParents() {
        frontier.follow(stream(shard("a", null), shard("b", null), shard("c", "a")));

        assertThat(frontier.unread()).containsExactly("a", "b");
    }

    @Test
    void aShardWhoseParentWasTrimmedIsBegunAtOnce() {
        frontier.follow(stream(shard("b", "a"), shard("c", "b")));

        assertThat(frontier.unread()).containsExactly("b");
    }

    @Test
    void childrenAreBegunWhenTheParentHasBeenRead() {
        StreamShards stream = stream(shard("a", null), shard("b", "a"), shard("c", "a"));
        frontier.follow(stream);
        frontier.drain("a");
        frontier.follow(stream);

        assertThat(frontier.unread()).containsExactly("b", "c");
    }

    @Test
    void aShardThatHasBeenReadIsNotBegunAgain() {
        StreamShards stream = stream(shard("a", null), shard("b", "a"));
        frontier.follow(stream);
        frontier.drain("a");
        frontier.follow(stream);
        frontier.follow(stream);

        assertThat(frontier.unread()).containsExactly("b");
    }

    @Test
    void aShardThatHasBeenReadIsNotBegunAgainWhenItsParentIsTrimmed() {
        frontier.put(shard("c", "b"), 5);
        frontier.follow(stream(shard("b", "a"), shard("c", "b")));

        assertThat(frontier.unread()).containsExactly("c");
    }

    @Test
    void aShardThatWasTrimmedUnreadGivesWayToItsChildren() {
        frontier.put(shard("a", null), 5);
        frontier.follow(stream(shard("b", "a"), shard("c", "a")));

        assertThat(frontier.unread()).containsExactly("b", "c");
    }

    @Test
    void childrenThatComeLateAreFollowed() {
        frontier.follow(stream(shard("a", null)));
        frontier.drain("a");
        frontier.follow(stream(shard("a", null)));
        assertThat(frontier.unread()).isEmpty();

        frontier.follow(stream(shard("a", null), shard("b", "a")));
        assertThat(frontier.unread()).containsExactly("b");
    }

    @Test
    void theShardThatMovedComesLast() {
        frontier.follow(stream(shard("a", null), shard("b", null)));
        frontier.move("a", 7);

        assertThat(frontier.unread()).containsExactly("b", "a");
    }

    @Test
    void positionsAreWrittenInTheOrderOfTheShards() {
        StreamShards stream = stream(shard("a", null), shard("b", null), shard("c", null));
        frontier.follow(stream);
        frontier.move("a", 7);

        assertThat(frontier.format(stream, "b"))
                .isEqualTo("a:100000000000000000007,c:100000000000000000002");
    }

    @Test
    void noPositionIsBeforeItsShard() {
        frontier.put(shard("a", null), 0);

        assertThat(frontier.position("a")).isEqualTo(2);
    }

    private static Shard shard(String id, @Nullable String parent) {
        return new Shard(1, id.charAt(0), id, parent, 0, 1, 3, null, null, null);
    }

    private static StreamShards stream(Shard... shards) {
        Stream stream =
                new Stream(
                        1,
                        1,
                        "t",
                        "arn",
                        "label",
                        StreamViewType.KEYS_ONLY,
                        StreamStatus.ENABLED,
                        Instant.EPOCH,
                        new KeySchema(new KeyAttribute("pk", ScalarType.S), null),
                        StreamLife.of(null));
        return new StreamShards(stream, List.of(shards), List.of(shards));
    }
}
