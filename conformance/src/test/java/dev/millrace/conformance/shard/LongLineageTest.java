package dev.millrace.conformance.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.operation.RollShards;
import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.request.GetShardIteratorRequest;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.ShardIteratorType;
import dev.millrace.model.stream.StreamDescription;
import dev.millrace.store.memory.InMemoryStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a lineage of a thousand shards costs: medians, printed, each below the ten milliseconds
/// that nobody notices.
final class LongLineageTest {
    private static final int SHARDS = 1_000;
    private static final int LINEAGES = 4;
    private static final int PAGE_SHARDS = 100;
    private static final int RUNS = 101;
    private static final Duration BOUND = Duration.ofMillis(10);

    private final ShardWorld world = new ShardWorld(() -> new InMemoryStore(Keyspace.families()));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aThousandShardsAreListedFoundAndRolledInMilliseconds() {
        for (int i = 1; i < SHARDS / LINEAGES; i++) {
            world.engine().shards().roll().execute(new RollShards.Request(world.streamArn(), null));
        }
        List<ShardDescription> shards = listAll();
        assertThat(shards).hasSize(SHARDS);
        measure("list all, in pages of 100", () -> assertThat(listAll()).hasSize(SHARDS));
        measure("iterators for all", () -> shards.forEach(this::iterate));
        measure(
                "roll one over",
                () ->
                        world.engine()
                                .shards()
                                .roll()
                                .execute(
                                        new RollShards.Request(
                                                world.streamArn(), listAll().getLast().shardId())));
    }

    private List<ShardDescription> listAll() {
        List<ShardDescription> all = new ArrayList<>();
        String after = null;
        do {
            StreamDescription page =
                    world.engine()
                            .describeStream()
                            .execute(
                                    new DescribeStreamRequest(
                                            world.streamArn(), after, PAGE_SHARDS))
                            .streamDescription();
            all.addAll(page.shards());
            after = page.lastEvaluatedShardId();
        } while (after != null);
        return all;
    }

    private void iterate(ShardDescription shard) {
        world.engine()
                .getShardIterator()
                .execute(
                        new GetShardIteratorRequest(
                                world.streamArn(),
                                shard.shardId(),
                                ShardIteratorType.TRIM_HORIZON,
                                null));
    }

    private static void measure(String what, Runnable work) {
        long[] nanos = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        Duration median = Duration.ofNanos(nanos[RUNS / 2]);
        System.out.println("lineage of " + SHARDS + " shards: " + what + ": " + median);
        assertThat(median).as(what).isLessThan(BOUND);
    }
}
