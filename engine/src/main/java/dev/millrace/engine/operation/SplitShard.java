package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.item.HashRange;
import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// Splits an open shard and its partition in two now, in one commit and without moving anything.
public final class SplitShard implements Operation<SplitShard.Request, SplitShard.Response> {
    private final ShardAdministration access;

    public SplitShard(ShardAdministration access) {
        this.access = access;
    }

    /// @param boundary the unsigned hash with which the second child is to begin; null for the
    ///   middle
    public record Request(String streamArn, String shardId, @Nullable Long boundary) {}

    /// @param childShardIds the two shards that follow, by ascending hash
    public record Response(List<String> childShardIds) {}

    @Override
    public Response execute(Request request) {
        return access.sequencer()
                .submit((CatalogCommand<Response>) catalog -> split(catalog, request));
    }

    private Response split(CatalogEvaluation catalog, Request request) {
        StreamShards stream =
                ShardAdministration.requireEnabled(catalog.state(), request.streamArn());
        Shard shard = ShardAdministration.requireOpen(stream, request.shardId());
        access.lineage()
                .split(
                        catalog,
                        ShardAdministration.tableOf(catalog.state(), stream),
                        boundary(stream, shard, request.boundary()));
        return new Response(
                StreamAccess.require(catalog.state(), request.streamArn())
                        .childrenOf(shard.shardId())
                        .stream()
                        .map(Shard::shardId)
                        .toList());
    }

    private static long boundary(StreamShards stream, Shard shard, @Nullable Long wanted) {
        HashRange range = new HashRange(shard.firstHash(), stream.lastHashOf(shard));
        long boundary = Objects.requireNonNullElseGet(wanted, () -> range.startOf(1, 2));
        if (Long.compareUnsigned(boundary, range.first()) <= 0
                || Long.compareUnsigned(boundary, range.last()) > 0) {
            throw ApiException.validation(
                    "Shard cannot be split there, it has the hashes from "
                            + Long.toUnsignedString(range.first())
                            + " to "
                            + Long.toUnsignedString(range.last()));
        }
        return boundary;
    }
}
