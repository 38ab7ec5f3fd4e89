package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Rolls one open shard or all of a stream over now: each is closed and has one child, in one
/// commit.
///
/// A shard of an enabled stream cannot be closed without: its keys would have nowhere to go.
public final class RollShards implements Operation<RollShards.Request, RollShards.Response> {
    private final ShardAdministration access;

    public RollShards(ShardAdministration access) {
        this.access = access;
    }

    /// @param shardId the shard to roll; null for every open one
    public record Request(String streamArn, @Nullable String shardId) {}

    /// @param closedShardIds the shards that were rolled over
    public record Response(List<String> closedShardIds) {}

    @Override
    public Response execute(Request request) {
        return access.sequencer()
                .submit((CatalogCommand<Response>) catalog -> roll(catalog, request));
    }

    private Response roll(CatalogEvaluation catalog, Request request) {
        StreamShards stream =
                ShardAdministration.requireEnabled(catalog.state(), request.streamArn());
        String shardId = request.shardId();
        List<Shard> due =
                shardId == null
                        ? stream.openShards()
                        : List.of(ShardAdministration.requireOpen(stream, shardId));
        due.forEach(shard -> access.lineage().roll(catalog, shard));
        return new Response(due.stream().map(Shard::shardId).toList());
    }
}
