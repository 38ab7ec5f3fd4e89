package dev.millrace.engine;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.operation.MeasureStreams;
import dev.millrace.engine.operation.OpenStreamTail;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.ShardName;
import dev.millrace.engine.operation.StreamAccess;
import dev.millrace.engine.operation.StreamLimits;
import dev.millrace.engine.operation.StreamTail;
import dev.millrace.engine.shard.ShardTimes;
import dev.millrace.engine.stream.ShardIterators;
import dev.millrace.engine.stream.StreamReader;
import dev.millrace.engine.stream.StreamWatch;
import dev.millrace.engine.throttle.ReaderPlaces;
import dev.millrace.store.Store;

import java.util.function.LongSupplier;

/// What an engine offers to readers of streams, and to those who test or watch them, that AWS does
/// not have.
public final class ReaderOperations {
    private final StreamAccess streams;
    private final LongSupplier appliedPosition;

    ReaderOperations(StreamAccess streams, LongSupplier appliedPosition) {
        this.streams = streams;
        this.appliedPosition = appliedPosition;
    }

    /// What the operations on the streams of `store` work with.
    static StreamAccess access(
            EngineOptions options, Store store, Catalog catalog, StreamWatch watch) {
        return new StreamAccess(
                catalog,
                new StreamReader(store, options.region()),
                new ShardIterators(options.clock(), Secret.of(store, options.random())),
                new ShardTimes(options.shards()),
                new StreamLimits(options.clock(), options.streamLimits()),
                options.clock(),
                watch,
                options.bounds().memory(),
                new ReaderPlaces(options.bounds().waitingReadersMax()));
    }

    /// Reads a whole stream, and waits for what comes.
    public Operation<OpenStreamTail.Request, StreamTail> openTail() {
        return new OpenStreamTail(streams, appliedPosition);
    }

    /// Measures all streams.
    public MeasureStreams measure() {
        return new MeasureStreams(streams);
    }

    /// The shard that an iterator leads to.
    public Operation<String, ShardName> nameShard() {
        return streams::nameShard;
    }

    /// Makes all iterators that have been given out expire.
    public void expireIterators() {
        streams.iterators().expireAll();
    }

    /// Ends the waiting of readers for records, now and from now on.
    public void endWaiting() {
        streams.watch().arrivals().end();
    }
}
