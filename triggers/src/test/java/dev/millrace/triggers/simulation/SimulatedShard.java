package dev.millrace.triggers.simulation;

import dev.millrace.model.stream.ShardDescription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// A shard that holds the records of the keys whose remainder by `modulus` is `remainder`.
final class SimulatedShard {
    final String id;
    final @Nullable SimulatedShard parent;
    final int modulus;
    final int remainder;
    final List<SimulatedRecord> records = new ArrayList<>();
    boolean closed;

    SimulatedShard(String id, @Nullable SimulatedShard parent, int modulus, int remainder) {
        this.id = id;
        this.parent = parent;
        this.modulus = modulus;
        this.remainder = remainder;
    }

    boolean takes(int key) {
        return !closed && key % modulus == remainder;
    }

    ShardDescription description() {
        return new ShardDescription(
                id, parent == null ? null : parent.id, "0", closed ? "9" : null);
    }
}
