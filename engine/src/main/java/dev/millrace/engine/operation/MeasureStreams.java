package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.operation.StreamFigures.OfReader;
import dev.millrace.engine.operation.StreamFigures.OfShard;
import dev.millrace.engine.operation.StreamFigures.OfStream;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.stream.Place;
import dev.millrace.engine.stream.StreamReaders.StreamPosition;
import dev.millrace.engine.stream.StreamWatch;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Measures all streams, which costs one look into the store for each shard and each reader.
public final class MeasureStreams {
    private final StreamAccess access;

    /// Measures the streams that `access` knows, by its clock.
    public MeasureStreams(StreamAccess access) {
        this.access = access;
    }

    /// The figures as they are now.
    public StreamFigures execute() {
        List<StreamShards> streams = streams();
        StreamWatch watch = access.watch();
        forgetOthersThan(streams);
        return new StreamFigures(
                streams.stream().map(this::figuresOf).toList(),
                watch.readers().positions().stream()
                        .map(this::figuresOf)
                        .flatMap(Optional::stream)
                        .toList(),
                watch.arrivals().expecting());
    }

    private List<StreamShards> streams() {
        return access.catalog().state().streamArnsAfter("").stream()
                .map(access.catalog().state()::stream)
                .flatMap(Optional::stream)
                .toList();
    }

    private OfStream figuresOf(StreamShards shards) {
        Stream stream = shards.stream();
        return new OfStream(
                stream.tableName(),
                stream.label(),
                access.watch().traffic().counts(Place.shardsOf(stream.id())),
                shards.shards().stream().map(shard -> figuresOf(stream, shard)).toList());
    }

    private OfShard figuresOf(Stream stream, Shard shard) {
        return new OfShard(
                shard.shardId(),
                shard.isOpen(),
                access.watch().traffic().counts(Place.of(shard)),
                ageOfRecordBehind(stream, shard, -1));
    }

    private Optional<OfReader> figuresOf(StreamPosition at) {
        Optional<StreamShards> stream = access.catalog().state().stream(at.shard().streamId());
        return stream.flatMap(shards -> shards.find(at.shard().shardNumber()))
                .map(shard -> figuresOf(stream.orElseThrow().stream(), shard, at));
    }

    private OfReader figuresOf(Stream stream, Shard shard, StreamPosition at) {
        Duration age = ageOfRecordBehind(stream, shard, at.position());
        return new OfReader(
                stream.tableName(),
                stream.label(),
                shard.shardId(),
                at.number(),
                Objects.requireNonNullElse(age, Duration.ZERO));
    }

    // Of the first such record that has not been trimmed.
    private @Nullable Duration ageOfRecordBehind(Stream stream, Shard shard, long position) {
        long kept = Math.max(position, access.horizon(stream) - 1);
        Long next = access.records().firstBehind(shard, kept);
        long now = access.clock().millis();
        return next == null ? null : Duration.ofMillis(Math.max(0, now - HybridClock.millis(next)));
    }

    private void forgetOthersThan(List<StreamShards> streams) {
        Set<Place> kept = new HashSet<>();
        for (StreamShards each : streams) {
            kept.add(Place.shardsOf(each.stream().id()));
            each.shards().forEach(shard -> kept.add(Place.of(shard)));
        }
        access.watch().traffic().retain(kept::contains);
    }
}
