package dev.millrace.engine;

import dev.millrace.engine.operation.MeasureStreams;
import dev.millrace.engine.operation.OpenStreamTail;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.ShardName;
import dev.millrace.engine.operation.StreamAccess;
import dev.millrace.engine.operation.StreamTail;

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
