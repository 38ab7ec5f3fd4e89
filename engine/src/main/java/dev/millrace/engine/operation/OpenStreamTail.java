package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.stream.Frontier;
import dev.millrace.engine.stream.SequenceNumber;
import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// Begins to read a whole stream, or one of its shards, from a place in it.
public final class OpenStreamTail implements Operation<OpenStreamTail.Request, StreamTail> {
    private final StreamAccess access;
    private final LongSupplier appliedPosition;

    /// @param appliedPosition the last position whose change can be read
    public OpenStreamTail(StreamAccess access, LongSupplier appliedPosition) {
        this.access = access;
        this.appliedPosition = appliedPosition;
    }

    /// What is to be read.
    ///
    /// @param shardId the only shard; null for all of them, and those to come
    public record Request(String streamArn, @Nullable String shardId, TailStart start) {}

    @Override
    public StreamTail execute(Request request) {
        StreamShards stream = access.require(request.streamArn());
        Frontier frontier = new Frontier();
        String only = request.shardId();
        List<Shard> shards =
                only == null ? stream.shards() : List.of(StreamAccess.require(stream, only));
        switch (request.start()) {
            case TailStart.Horizon() -> beginOnly(frontier, only, shards);
            case TailStart.Latest() -> beginLatest(frontier, shards);
            case TailStart.At(String number) -> beginAt(frontier, only, shards, number);
            case TailStart.After(Map<String, String> numbers) -> {
                beginOnly(frontier, only, shards);
                beginAfter(frontier, shards, numbers);
            }
        }
        return new StreamTail(access, request.streamArn(), only, frontier);
    }

    // Of a whole stream, the oldest shards are begun by the list of shards itself.
    private static void beginOnly(Frontier frontier, @Nullable String only, List<Shard> shards) {
        if (only != null) {
            shards.forEach(shard -> frontier.put(shard, -1));
        }
    }

    private void beginLatest(Frontier frontier, List<Shard> shards) {
        Set<String> parents =
                shards.stream()
                        .map(shard -> String.valueOf(shard.parentShardId()))
                        .collect(Collectors.toSet());
        long position = appliedPosition.getAsLong();
        shards.stream()
                .filter(shard -> !parents.contains(shard.shardId()))
                .forEach(shard -> frontier.put(shard, position));
    }

    private static void beginAt(
            Frontier frontier, @Nullable String only, List<Shard> shards, String number) {
        if (only == null) {
            throw ApiException.validation(
                    "A sequence number means a record of one shard: name the shard as well");
        }
        shards.forEach(shard -> frontier.put(shard, SequenceNumber.positionIn(shard, number) - 1));
    }

    private static void beginAfter(
            Frontier frontier, List<Shard> shards, Map<String, String> numbers) {
        for (Shard shard : shards) {
            String number = numbers.get(shard.shardId());
            if (number != null) {
                frontier.put(shard, SequenceNumber.positionIn(shard, number));
            }
        }
    }
}
