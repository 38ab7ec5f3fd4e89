package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.Stream;
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
        access.limits().countReader(iterator);
        // Looked up before the records are: a shard found closed has no record that this page could
        // miss.
        // An iterator is sealed, so the shard was there once.
        Shard shard = stream.find(iterator.shardNumber()).orElseThrow(StreamAccess::trimmed);
        long position = readable(stream.stream(), shard, iterator.position());
        StreamReader.Page page =
                access.records().read(stream.stream(), shard, position, request.limit());
        return new GetRecordsResponse(page.records(), next(iterator, shard, page));
    }

    // The position to read behind: where the iterator stands, or before the oldest record that can
    // be
    // read. One that stands before the whole shard came from TRIM_HORIZON and goes along with it;
    // for
    // any other, records that have been trimmed since are a gap that the reader must hear of.
    private long readable(Stream stream, Shard shard, long position) {
        long horizon = access.horizon(stream);
        if (position >= horizon - 1) {
            return position;
        }
        if (position >= shard.startingPosition()
                && access.records().hasBetween(shard, position, horizon)) {
            throw StreamAccess.trimmed();
        }
        return horizon - 1;
    }

    private @Nullable String next(ShardIterator iterator, Shard shard, StreamReader.Page page) {
        return !shard.isOpen() && page.reachedEnd()
                ? null
                : access.iterators().next(iterator, page.lastPosition());
    }
}
