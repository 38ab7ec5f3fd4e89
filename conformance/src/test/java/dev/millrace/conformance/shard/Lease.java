package dev.millrace.conformance.shard;

import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.testkit.stream.ShardContent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// What a consumer knows of one shard: how it was last described, what it has read of it, and where
/// it goes on.
final class Lease {
    private final List<StreamRecord> records = new ArrayList<>();
    private ShardDescription shard;
    private @Nullable String iterator;
    private boolean isFinished;

    Lease(ShardDescription shard) {
        this.shard = shard;
    }

    void describe(ShardDescription later) {
        shard = later;
    }

    String shardId() {
        return shard.shardId();
    }

    @Nullable String parentShardId() {
        return shard.parentShardId();
    }

    ShardContent content() {
        return new ShardContent(shard, List.copyOf(records));
    }

    /// The number of the last record that was read; null if there is none.
    @Nullable String checkpoint() {
        return records.isEmpty() ? null : records.getLast().sequenceNumber();
    }

    @Nullable String iterator() {
        return iterator;
    }

    void goOnAt(@Nullable String newIterator) {
        iterator = newIterator;
    }

    void read(List<StreamRecord> page) {
        records.addAll(page);
    }

    void finish() {
        isFinished = true;
    }

    boolean isFinished() {
        return isFinished;
    }
}
