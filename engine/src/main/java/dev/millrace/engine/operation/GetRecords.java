package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.stream.ShardIterator;
import dev.millrace.engine.stream.StreamReader;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.response.GetRecordsResponse;

import org.jspecify.annotations.Nullable;

/// Reads records from a position in a shard, and gives the position behind them. The iterator is
/// not used up: read again, it gives the same.
public final class GetRecords implements Operation<GetRecordsRequest, GetRecordsResponse> {
    private final StreamAccess access;

    public GetRecords(StreamAccess access) {
        this.access = access;
    }

    @Override
    public GetRecordsResponse execute(GetRecordsRequest request) {
        ShardIterator iterator = access.iterators().parse(request.shardIterator());
        StreamShards stream = access.require(iterator.streamArn());
        // Looked up before the records are: a shard found closed has no record that this page could
        // miss.
        Shard shard = stream.find(iterator.shardNumber()).orElseThrow(StreamAccess::shardNotFound);
        StreamReader.Page page =
                access.records().read(stream.stream(), shard, iterator.position(), request.limit());
        return new GetRecordsResponse(page.records(), next(iterator, shard, page));
    }

    private @Nullable String next(ShardIterator iterator, Shard shard, StreamReader.Page page) {
        return !shard.isOpen() && page.reachedEnd()
                ? null
                : access.iterators()
                        .issue(iterator.streamArn(), shard.number(), page.lastPosition());
    }
}
