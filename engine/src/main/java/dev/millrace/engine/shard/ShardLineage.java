package dev.millrace.engine.shard;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.stream.StreamReader;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.store.Direction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Births and ends of shards, as changes of the catalog. An end comes with its children in the same
/// commit, so nobody ever sees a closed shard of an enabled stream without them.
public final class ShardLineage {
    private final StreamReader records;

    /// Lineage of shards whose records `records` reads.
    public ShardLineage(StreamReader records) {
        this.records = records;
    }

    /// Opens the first shards of a stream: one a partition.
    public void open(CatalogEvaluation catalog, Table table, Stream stream) {
        table.partitions().forEach(first -> bear(catalog, stream.id(), null, first));
        catalog.change(new CatalogChange.PutStream(stream.withStatus(StreamStatus.ENABLED)));
    }

    /// Closes the open shards of a stream; from here on it takes no record.
    public void close(CatalogEvaluation catalog, StreamShards stream) {
        stream.openShards().forEach(shard -> close(catalog, shard));
    }

    /// Closes an open shard and opens its one child.
    public void roll(CatalogEvaluation catalog, Shard shard) {
        close(catalog, shard);
        bear(catalog, shard.streamId(), shard, shard.firstHash());
    }

    /// Cuts a partition in two before the hash `boundary`, and its open shard, if it has one, too.
    /// No item moves.
    public void split(CatalogEvaluation catalog, Table table, long boundary) {
        List<Long> partitions = new ArrayList<>(table.partitions());
        partitions.add(boundary);
        partitions.sort(Long::compareUnsigned);
        catalog.change(new CatalogChange.PutTable(table.withPartitions(List.copyOf(partitions))));
        StreamShards stream = catalog.state().latestStreamOf(table);
        if (stream != null && stream.stream().status() == StreamStatus.ENABLED) {
            split(catalog, stream.openShardOf(boundary), boundary);
        }
    }

    private void split(CatalogEvaluation catalog, Shard shard, long boundary) {
        close(catalog, shard);
        bear(catalog, shard.streamId(), shard, shard.firstHash());
        bear(catalog, shard.streamId(), shard, boundary);
    }

    private void close(CatalogEvaluation catalog, Shard shard) {
        Long first = records.endOf(shard, Direction.ASCENDING);
        Long last = records.endOf(shard, Direction.DESCENDING);
        catalog.change(
                new CatalogChange.PutShard(
                        first == null || last == null
                                ? shard.closedEmpty(catalog.position())
                                : shard.closedWith(first, last, catalog.position())));
    }

    private static void bear(
            CatalogEvaluation catalog, int streamId, @Nullable Shard parent, long firstHash) {
        StreamShards siblings = catalog.state().stream(streamId).orElseThrow();
        long bornMillis = HybridClock.millis(catalog.position());
        catalog.change(
                new CatalogChange.PutShard(
                        new Shard(
                                streamId,
                                siblings.nextNumber(),
                                siblings.nextShardId(bornMillis),
                                parent == null ? null : parent.shardId(),
                                firstHash,
                                parent == null ? 1 : parent.generation() + 1,
                                catalog.position(),
                                null,
                                null,
                                null)));
    }
}
