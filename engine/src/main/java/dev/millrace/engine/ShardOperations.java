package dev.millrace.engine;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.item.TableTotals;
import dev.millrace.engine.item.WriteHeat;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.ReportShards;
import dev.millrace.engine.operation.RollShards;
import dev.millrace.engine.operation.ShardAdministration;
import dev.millrace.engine.operation.SplitShard;
import dev.millrace.engine.operation.StreamAccess;
import dev.millrace.engine.operation.TrimStream;
import dev.millrace.engine.schedule.Timer;
import dev.millrace.engine.shard.LeftoverDrop;
import dev.millrace.engine.shard.PartitionSizes;
import dev.millrace.engine.shard.PartitionSplitter;
import dev.millrace.engine.shard.ShardKeeper;
import dev.millrace.engine.shard.ShardLineage;
import dev.millrace.engine.shard.ShardTimes;
import dev.millrace.store.Store;

import java.util.List;

/// The life of an engine's shards: the timers that keep it going, and the operations, which AWS
/// does not have, that bring about at once what is otherwise done when it is due.
public final class ShardOperations {
    private final Store store;
    private final StreamAccess streams;
    private final ShardAdministration access;
    private final List<Timer> timers;

    ShardOperations(
            EngineOptions options,
            Store store,
            Catalog catalog,
            TableTotals totals,
            WriteHeat heat,
            StreamAccess streams,
            Sequencer sequencer) {
        this.store = store;
        this.streams = streams;
        ShardLineage lineage = new ShardLineage(streams.records());
        ShardTimes times = streams.times();
        LeftoverDrop leftovers = new LeftoverDrop(store, catalog, sequencer);
        PartitionSizes sizes = new PartitionSizes(store, totals, options.shards().splitBytes());
        access = new ShardAdministration(sequencer, lineage, options.clock());
        timers =
                List.of(
                        new ShardKeeper(catalog, sequencer, times, lineage, leftovers),
                        new PartitionSplitter(
                                catalog, sequencer, lineage, heat, sizes, options.clock()));
    }

    List<Timer> timers() {
        return timers;
    }

    /// Rolls one shard or all of a stream over.
    public Operation<RollShards.Request, RollShards.Response> roll() {
        return new RollShards(access);
    }

    /// Splits a shard and its partition.
    public Operation<SplitShard.Request, SplitShard.Response> split() {
        return new SplitShard(access);
    }

    /// Trims a stream before a moment.
    public Operation<TrimStream.Request, TrimStream.Response> trim() {
        return new TrimStream(access);
    }

    /// Reports the whole tree of shards.
    public Operation<ReportShards.Request, ReportShards.Response> report() {
        return new ReportShards(streams, this::recordBytes);
    }

    private long recordBytes(Shard shard) {
        return store.approximateBytes(
                Keyspace.RECORDS, Keyspace.recordsOf(shard.streamId(), shard.number()));
    }
}
