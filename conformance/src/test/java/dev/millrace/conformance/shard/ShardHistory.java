package dev.millrace.conformance.shard;

import dev.millrace.engine.operation.RollShards;
import dev.millrace.engine.operation.SplitShard;
import dev.millrace.engine.operation.TrimStream;
import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamDescription;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.invariant.ChangesOfOneItemKeepTheirOrderAcrossShards;
import dev.millrace.testkit.invariant.ClosedShardHasItsChildren;
import dev.millrace.testkit.invariant.ClosedShardNeverGrows;
import dev.millrace.testkit.invariant.ReplayedStreamEqualsTable;
import dev.millrace.testkit.invariant.SequenceNumbersIncreaseWithinShard;
import dev.millrace.testkit.stream.StreamContent;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A random history of a table and its streams: writes, rolls, splits, trims, time, restarts,
/// streams turned off and on; one reader that is always behind, and the invariants after every
/// step.
final class ShardHistory implements AutoCloseable {
    private static final int SHARDS_MAX = 10_000;
    private static final int OPEN_SHARDS_MAX = 24;
    private static final Duration LAG_MAX = Duration.ofHours(8);

    private final ShardWorld world;
    private final Random random;
    private final ClosedShardNeverGrows closedShards = new ClosedShardNeverGrows();
    private List<Item> itemsAtStart = List.of();
    private Consumer reader;
    private Duration lag = Duration.ZERO;

    ShardHistory(ShardWorld world, Random random) {
        this.world = world;
        this.random = random;
        reader = new Consumer(world, world.streamArn(), random);
    }

    /// Does one thing, and answers what is wrong afterwards.
    List<String> step() {
        switch (random.nextInt(20)) {
            case 0 -> roll(null);
            case 1 -> roll(anyOpen());
            case 2, 3 -> split();
            case 4 -> trim();
            case 5 -> switchOffAndOn();
            case 6 -> world.restart();
            case 7, 8, 9 -> live();
            case 10 -> reader.restart();
            case 11, 12, 13 -> reader.read(random.nextInt(10));
            default -> write();
        }
        return violations();
    }

    /// Reads the rest, and answers what is wrong with all of it.
    List<String> end() {
        reader.drain();
        List<String> violations = violations();
        violations.addAll(
                ReplayedStreamEqualsTable.violations(
                        reader.content(), itemsAtStart, world.items()));
        return violations;
    }

    @Override
    public void close() {
        world.close();
    }

    private List<String> violations() {
        StreamContent seen = reader.content();
        List<String> violations = new ArrayList<>();
        violations.addAll(ClosedShardHasItsChildren.violations(describe()));
        violations.addAll(closedShards.violations(listed()));
        violations.addAll(SequenceNumbersIncreaseWithinShard.violations(seen));
        violations.addAll(ChangesOfOneItemKeepTheirOrderAcrossShards.violations(seen));
        return violations;
    }

    // The stream as a reader finds it who starts now.
    private StreamContent listed() {
        Consumer fresh = new Consumer(world, world.streamArn(), new Random(0));
        fresh.drain();
        return fresh.content();
    }

    private void write() {
        for (int i = random.nextInt(1, 20); i > 0; i--) {
            world.write(random);
        }
    }

    private void live() {
        Duration time = Duration.ofMinutes(random.nextInt(1, 200));
        lag = lag.plus(time);
        if (lag.compareTo(LAG_MAX) > 0) {
            catchUp();
        }
        world.live(time);
    }

    private void catchUp() {
        reader.drain();
        lag = Duration.ZERO;
    }

    private void roll(@Nullable String shardId) {
        world.engine().shards().roll().execute(new RollShards.Request(world.streamArn(), shardId));
    }

    private void split() {
        long open = describe().shards().stream().filter(ShardHistory::isOpen).count();
        if (open < OPEN_SHARDS_MAX) {
            world.engine()
                    .shards()
                    .split()
                    .execute(new SplitShard.Request(world.streamArn(), anyOpen(), null));
        }
    }

    // Only what the reader has seen, for what it has not seen would be lost to it.
    private void trim() {
        catchUp();
        world.engine()
                .shards()
                .trim()
                .execute(
                        new TrimStream.Request(
                                world.streamArn(),
                                world.now().minusSeconds(random.nextInt(100_000))));
    }

    private void switchOffAndOn() {
        world.switchStream(false);
        List<String> violations = end();
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("; ", violations));
        }
        write();
        itemsAtStart = world.items();
        world.switchStream(true);
        reader = new Consumer(world, world.streamArn(), random);
    }

    private String anyOpen() {
        List<ShardDescription> open =
                describe().shards().stream().filter(ShardHistory::isOpen).toList();
        return open.get(random.nextInt(open.size())).shardId();
    }

    private StreamDescription describe() {
        return world.engine()
                .describeStream()
                .execute(new DescribeStreamRequest(world.streamArn(), null, SHARDS_MAX))
                .streamDescription();
    }

    private static boolean isOpen(ShardDescription shard) {
        return shard.endingSequenceNumber() == null;
    }
}
