package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.shard.ShardTimes;
import dev.millrace.engine.stream.ShardIterator;
import dev.millrace.engine.stream.ShardIterators;
import dev.millrace.engine.stream.StreamReader;
import dev.millrace.engine.stream.StreamWatch;
import dev.millrace.engine.throttle.MemoryGate;
import dev.millrace.engine.throttle.ReaderPlaces;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import java.time.InstantSource;

/// What the operations on streams work with.
///
/// @param clock the time by which records are trimmed
/// @param memory what all pages together may take up
/// @param places for those who wait for records
public record StreamAccess(
        Catalog catalog,
        StreamReader records,
        ShardIterators iterators,
        ShardTimes times,
        StreamLimits limits,
        InstantSource clock,
        StreamWatch watch,
        MemoryGate memory,
        ReaderPlaces places) {
    /// The same for our own readers, who are never refused for want of room.
    public StreamAccess ofOwn() {
        return new StreamAccess(
                catalog,
                records,
                iterators,
                times,
                limits,
                clock,
                watch,
                MemoryGate.NONE,
                ReaderPlaces.unlimited());
    }

    /// The stream with this ARN.
    ///
    /// @throws ApiException if there is none
    StreamShards require(String streamArn) {
        return require(catalog.state(), streamArn);
    }

    /// The stream with this ARN in the picture `state`.
    ///
    /// @throws ApiException if there is none
    static StreamShards require(CatalogState state, String streamArn) {
        return state.stream(streamArn)
                .orElseThrow(() ->
                        ApiException.resourceNotFound(
                                "Requested resource not found: Stream: "
                                        + streamArn
                                        + " not found"));
    }

    /// The first position of the stream that can be read now.
    long horizon(Stream stream) {
        return times.horizon(stream, clock.instant());
    }

    /// Reads a page behind `position`, or behind what has been trimmed.
    StreamReader.Page readKept(StreamShards stream, Shard shard, long position, int limit) {
        long kept = Math.max(position, horizon(stream.stream()) - 1);
        return records.read(stream.stream(), shard, kept, limit);
    }

    /// The shard that an iterator leads to.
    ///
    /// @throws ApiException if the iterator is none of ours or has expired, or the shard is gone
    public ShardName nameShard(String iterator) {
        ShardIterator parsed = iterators.parse(iterator);
        return require(parsed.streamArn())
                .find(parsed.shardNumber())
                .map(shard -> new ShardName(parsed.streamArn(), shard.shardId()))
                .orElseThrow(StreamAccess::trimmed);
    }

    /// The error for a position whose records may be gone.
    static ApiException trimmed() {
        return new ApiException(
                ApiError.TRIMMED_DATA_ACCESS, "The data you are trying to access has been trimmed");
    }

    /// The error for a shard that the stream does not have.
    static ApiException shardNotFound() {
        return ApiException.resourceNotFound("Requested resource not found: Shard does not exist");
    }

    /// The shard with this id.
    ///
    /// @throws ApiException if there is none
    static Shard require(StreamShards stream, String shardId) {
        return stream.find(shardId).orElseThrow(StreamAccess::shardNotFound);
    }
}
