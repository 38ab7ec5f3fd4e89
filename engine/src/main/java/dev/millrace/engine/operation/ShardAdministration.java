package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.shard.ShardLineage;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.stream.StreamStatus;

import java.time.InstantSource;

/// What the operations on shards work with that AWS does not have: they bring about at once what
/// otherwise happens when it is due.
public record ShardAdministration(Sequencer sequencer, ShardLineage lineage, InstantSource clock) {
    /// The stream with this ARN, which must be on: only then have its shards children.
    static StreamShards requireEnabled(CatalogState state, String streamArn) {
        StreamShards stream = StreamAccess.require(state, streamArn);
        if (stream.stream().status() != StreamStatus.ENABLED) {
            throw ApiException.validation("Stream is not enabled: " + streamArn);
        }
        return stream;
    }

    /// The open shard with this id.
    static Shard requireOpen(StreamShards stream, String shardId) {
        Shard shard = StreamAccess.require(stream, shardId);
        if (!shard.isOpen()) {
            throw ApiException.validation("Shard is closed already: " + shardId);
        }
        return shard;
    }

    /// The table of a stream that is on.
    static Table tableOf(CatalogState state, StreamShards stream) {
        return state.table(stream.stream().tableName()).orElseThrow(ApiException::tableNotFound);
    }
}
