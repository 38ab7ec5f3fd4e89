package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.stream.Arrival;
import dev.millrace.engine.stream.Frontier;
import dev.millrace.engine.stream.Place;
import dev.millrace.engine.stream.StreamReader;
import dev.millrace.engine.stream.StreamReaders.Trace;
import dev.millrace.engine.stream.StreamWatch;
import dev.millrace.engine.throttle.MemoryGate;
import dev.millrace.engine.throttle.ReaderPlaces;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamStatus;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One reader of a stream, or of one of its shards, that waits for what comes.
///
/// Records of one key come in the order of their changes, since a shard is read to its end before
/// its children are begun; shards without kinship take turns. Nothing is buffered beyond the page
/// that is being handed out. For one thread.
public final class StreamTail implements AutoCloseable {
    /// The most records in one page.
    public static final int PAGE_RECORDS_MAX = 100;

    private final StreamAccess access;
    private final String streamArn;
    private final @Nullable String onlyShardId;
    private final Frontier frontier;
    private final ReaderPlaces.Place here;
    private final Set<Integer> begun = new HashSet<>();
    private final long number;

    StreamTail(
            StreamAccess access,
            String streamArn,
            @Nullable String onlyShardId,
            Frontier frontier) {
        this.here = access.places().take();
        this.access = access;
        this.streamArn = streamArn;
        this.onlyShardId = onlyShardId;
        this.frontier = frontier;
        this.number = access.watch().readers().nextNumber();
    }

    /// What a reading found.
    public sealed interface Found {
        /// Records of one shard, in order.
        ///
        /// @param elsewhere the positions in all other shards, as [Frontier#format] writes them
        record Records(String shardId, List<StreamRecord> records, String elsewhere)
                implements Found {}

        /// No record for now.
        record Nothing() implements Found {}

        /// No record any more: all has been read, and the stream takes no further one.
        record End() implements Found {}
    }

    /// The next records; if there are none, waits for some.
    ///
    /// @param wait how long at most
    /// @throws dev.millrace.model.error.ApiException ResourceNotFoundException if the stream is no
    ///   longer kept; ThrottlingException if there is no memory for a page to be had soon
    public Found next(Duration wait) {
        Found found = look();
        while (found instanceof Found.Nothing) {
            List<Place> places = places();
            try (Arrival arrival = access.watch().arrivals().expect(places)) {
                found = look();
                // A look may have gone on to new shards, for which nobody would wake it.
                if (found instanceof Found.Nothing && places.equals(places())) {
                    access.memory().giveBack();
                    arrival.await(wait);
                    return look();
                }
            }
        }
        return found;
    }

    /// Whether the server is stopping, so that waiting for records makes no sense.
    public boolean hasEnded() {
        return access.watch().arrivals().hasEnded();
    }

    // What the last page took up is free: it has been written, or there was none.
    private Found look() {
        access.memory().giveBack();
        access.memory().take(MemoryGate.PAGE_BYTES);
        StreamShards stream = access.require(streamArn);
        follow(stream);
        List<String> unread = frontier.unread();
        while (!unread.isEmpty()) {
            boolean drained = false;
            for (String shardId : unread) {
                Shard shard = stream.find(shardId).orElseThrow(StreamAccess::shardNotFound);
                StreamReader.Page page = read(stream, shard);
                drained |= !shard.isOpen() && page.reachedEnd();
                if (!page.records().isEmpty()) {
                    return records(stream, shard, page);
                }
            }
            follow(stream);
            unread = drained ? frontier.unread() : List.of();
        }
        return hasEnd(stream) ? new Found.End() : new Found.Nothing();
    }

    private StreamReader.Page read(StreamShards stream, Shard shard) {
        long position = frontier.position(shard.shardId());
        StreamReader.Page page = access.readKept(stream, shard, position, PAGE_RECORDS_MAX);
        if (!shard.isOpen() && page.reachedEnd()) {
            frontier.drain(shard.shardId());
        }
        if (!page.records().isEmpty()) {
            frontier.move(shard.shardId(), page.lastPosition());
        }
        note(shard, page);
        return page;
    }

    private void note(Shard shard, StreamReader.Page page) {
        StreamWatch watch = access.watch();
        Trace trace = Trace.ofTail(number, shard.number());
        watch.traffic().out(Place.of(shard), page.records());
        if (!shard.isOpen() && page.reachedEnd()) {
            watch.readers().leave(trace);
        } else {
            begun.add(shard.number());
            watch.readers().note(trace, Place.of(shard), page.lastPosition());
        }
    }

    /// Ends the reading, so that nobody takes it for a reader that lags behind.
    @Override
    public void close() {
        access.memory().giveBack();
        here.close();
        begun.forEach(shard -> access.watch().readers().leave(Trace.ofTail(number, shard)));
    }

    private Found.Records records(StreamShards stream, Shard shard, StreamReader.Page page) {
        return new Found.Records(
                shard.shardId(), page.records(), frontier.format(stream, shard.shardId()));
    }

    private void follow(StreamShards stream) {
        if (onlyShardId == null) {
            frontier.follow(stream);
        }
    }

    private boolean hasEnd(StreamShards stream) {
        return frontier.unread().isEmpty()
                && (onlyShardId != null || isFinal(stream.stream().status()));
    }

    private static boolean isFinal(StreamStatus status) {
        return switch (status) {
            case ENABLING, ENABLED -> false;
            case DISABLING, DISABLED -> true;
        };
    }

    private List<Place> places() {
        StreamShards stream = access.require(streamArn);
        List<Place> places = new ArrayList<>();
        places.add(Place.shardsOf(stream.stream().id()));
        frontier.unread().stream()
                .map(stream::find)
                .flatMap(Optional::stream)
                .map(Place::of)
                .forEach(places::add);
        return places;
    }
}
