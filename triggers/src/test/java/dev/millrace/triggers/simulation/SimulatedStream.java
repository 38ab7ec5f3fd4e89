package dev.millrace.triggers.simulation;

import dev.millrace.model.stream.ShardDescription;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A stream whose shards split, roll and are trimmed.
final class SimulatedStream {
    static final int KEYS = 12;

    private final List<SimulatedShard> shards = new ArrayList<>();
    private final List<SimulatedRecord> all = new ArrayList<>();
    private int lastShard;

    SimulatedStream() {
        open(null, 2, 0);
        open(null, 2, 1);
    }

    List<ShardDescription> describe() {
        return shards.stream().map(SimulatedShard::description).toList();
    }

    /// Every record that was ever written.
    List<SimulatedRecord> all() {
        return all;
    }

    SimulatedShard shard(String id) {
        return shards.stream().filter(shard -> shard.id.equals(id)).findFirst().orElseThrow();
    }

    boolean has(String id) {
        return shards.stream().anyMatch(shard -> shard.id.equals(id));
    }

    void write(int key, Instant now) {
        SimulatedRecord record = new SimulatedRecord(all.size(), key, now);
        all.add(record);
        openShards().stream()
                .filter(shard -> shard.takes(key))
                .findFirst()
                .orElseThrow()
                .records
                .add(record);
    }

    void roll(Random random) {
        SimulatedShard parent = pick(openShards(), random);
        parent.closed = true;
        open(parent, parent.modulus, parent.remainder);
    }

    void split(Random random) {
        SimulatedShard parent = pick(openShards(), random);
        if (parent.modulus < KEYS) {
            parent.closed = true;
            open(parent, parent.modulus * 2, parent.remainder);
            open(parent, parent.modulus * 2, parent.remainder + parent.modulus);
        }
    }

    /// Takes the oldest records of the oldest shard away, and the shard with the last of them;
    /// gives what is gone.
    List<SimulatedRecord> trim(Random random) {
        SimulatedShard oldest = shards.getFirst();
        int count = random.nextInt(oldest.records.size() + 1);
        List<SimulatedRecord> gone = new ArrayList<>(oldest.records.subList(0, count));
        oldest.records.subList(0, count).clear();
        if (oldest.closed && oldest.records.isEmpty()) {
            shards.removeFirst();
        }
        return gone;
    }

    private void open(@Nullable SimulatedShard parent, int modulus, int remainder) {
        String id = "shardId-%05d".formatted(++lastShard);
        shards.add(new SimulatedShard(id, parent, modulus, remainder));
    }

    private List<SimulatedShard> openShards() {
        return shards.stream().filter(shard -> !shard.closed).toList();
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
