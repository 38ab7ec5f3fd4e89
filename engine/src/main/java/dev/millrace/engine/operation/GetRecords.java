package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.stream.Arrival;
import dev.millrace.engine.stream.Place;
import dev.millrace.engine.stream.ShardIterator;
import dev.millrace.engine.stream.StreamReader;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.response.GetRecordsResponse;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Reads records from a position in a shard, and gives the position behind them. The iterator is
/// not used up: read again, it gives the same.
///
/// A request may ask to wait: if there is no record yet, the answer comes with the shard's next
/// record or its end, or empty when the time is up.
public final class GetRecords implements Operation<GetRecordsRequest, GetRecordsResponse> {
    private final StreamAccess access;

    public GetRecords(StreamAccess access) {
        this.access = access;
    }

    @Override
    public GetRecordsResponse execute(GetRecordsRequest request) {
        ShardIterator iterator = access.iterators().parse(request.shardIterator());
        GetRecordsResponse response = read(iterator, request);
        return request.longestWait().isZero() || isAnswer(response)
                ? response
                : await(iterator, request);
    }

    // A page without records, behind which there may be some.
    private static boolean isAnswer(GetRecordsResponse response) {
        return !response.records().isEmpty() || response.nextShardIterator() == null;
    }

    private GetRecordsResponse await(ShardIterator iterator, GetRecordsRequest request) {
        Stream stream = access.require(iterator.streamArn()).stream();
        Place shard = Place.shard(stream.id(), iterator.shardNumber());
        try (Arrival arrival = access.arrivals().expect(List.of(shard))) {
            GetRecordsResponse response = read(iterator, request);
            if (isAnswer(response)) {
                return response;
            }
            arrival.await(request.longestWait());
        }
        return read(iterator, request);
    }

    private GetRecordsResponse read(ShardIterator iterator, GetRecordsRequest request) {
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
