package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.shard.StreamEnds;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.model.error.ApiException;

import java.time.Instant;
import java.util.List;

/// Trims a stream before a moment now: older records can no longer be read, and closed shards that
/// have no others vanish. Their space is given back soon after.
public final class TrimStream implements Operation<TrimStream.Request, TrimStream.Response> {
    private final ShardAdministration access;

    public TrimStream(ShardAdministration access) {
        this.access = access;
    }

    /// @param before the moment, to the millisecond; not in the future
    public record Request(String streamArn, Instant before) {}

    /// @param trimmedShardIds the shards that vanished
    public record Response(List<String> trimmedShardIds) {}

    @Override
    public Response execute(Request request) {
        if (request.before().isAfter(access.clock().instant())) {
            throw ApiException.validation("A stream cannot be trimmed in the future");
        }
        return access.sequencer()
                .submit((CatalogCommand<Response>) catalog -> trim(catalog, request));
    }

    private static Response trim(CatalogEvaluation catalog, Request request) {
        StreamShards shards = StreamAccess.require(catalog.state(), request.streamArn());
        Stream stream = shards.stream();
        long before = HybridClock.firstOf(Math.max(request.before().toEpochMilli(), 0));
        catalog.change(
                new CatalogChange.PutStream(stream.withLife(stream.life().trimmedTo(before))));
        List<Shard> gone =
                shards.shards().stream().filter(shard -> isBefore(shard, before)).toList();
        gone.forEach(shard -> StreamEnds.trim(catalog, shard));
        return new Response(gone.stream().map(Shard::shardId).toList());
    }

    private static boolean isBefore(Shard shard, long before) {
        Long last = shard.lastPosition();
        return last != null && last < before;
    }
}
