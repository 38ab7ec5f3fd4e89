package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.stream.Arrival;
import dev.millrace.engine.stream.Place;
import dev.millrace.engine.stream.ShardIterator;
import dev.millrace.engine.stream.StreamReader;
import dev.millrace.engine.stream.StreamReaders;
import dev.millrace.engine.stream.StreamReaders.Trace;
import dev.millrace.engine.throttle.MemoryGate;
import dev.millrace.engine.throttle.ReaderPlaces;
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

    // What was read of a shard as it was before.
    private record Reading(Shard shard, StreamReader.Page page) {
        boolean hasEnd() {
            return !shard.isOpen() && page.reachedEnd();
        }

        boolean isIdle() {
            return page.records().isEmpty() && !hasEnd();
        }
    }

    @Override
    public GetRecordsResponse execute(GetRecordsRequest request) {
        ShardIterator iterator = access.iterators().parse(request.shardIterator());
        access.require(iterator.streamArn());
        access.limits().countReader(iterator);
        Reading reading = readPage(iterator, request);
        if (reading.isIdle() && !request.longestWait().isZero()) {
            reading = await(iterator, reading.shard(), request);
        }
        access.watch().traffic().out(Place.of(reading.shard()), reading.page().records());
        return new GetRecordsResponse(reading.page().records(), next(iterator, reading));
    }

    private Reading await(ShardIterator iterator, Shard shard, GetRecordsRequest request) {
        try (ReaderPlaces.Place _ = access.places().take();
                Arrival arrival = access.watch().arrivals().expect(List.of(Place.of(shard)))) {
            Reading reading = read(iterator, request.limit());
            if (!reading.isIdle()) {
                return reading;
            }
            access.memory().giveBack();
            arrival.await(request.longestWait());
        }
        return readPage(iterator, request);
    }

    private Reading readPage(ShardIterator iterator, GetRecordsRequest request) {
        access.memory().take(MemoryGate.PAGE_BYTES);
        return read(iterator, request.limit());
    }

    private Reading read(ShardIterator iterator, int limit) {
        StreamShards stream = access.require(iterator.streamArn());
        // Looked up before the records are: a shard found closed has no record that this page could
        // miss.
        // An iterator is sealed, so the shard was there once.
        Shard shard = stream.find(iterator.shardNumber()).orElseThrow(StreamAccess::trimmed);
        long position = readable(stream.stream(), shard, iterator.position());
        return new Reading(shard, access.records().read(stream.stream(), shard, position, limit));
    }

    // The position to read behind: where the iterator stands, or before the oldest record that can
    // be read. One that stands before the whole shard came from TRIM_HORIZON and goes along with
    // it; for any other, records that have been trimmed since are a gap that the reader must hear
    // of.
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

    private @Nullable String next(ShardIterator iterator, Reading reading) {
        StreamReaders readers = access.watch().readers();
        Trace reader = Trace.of(iterator);
        if (reading.hasEnd()) {
            readers.leave(reader);
            return null;
        }
        long position = reading.page().lastPosition();
        readers.note(reader, Place.of(reading.shard()), position);
        return access.iterators().next(iterator, position);
    }
}
