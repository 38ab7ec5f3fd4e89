package dev.millrace.transfer.kinesis;

import dev.millrace.wire.destination.KinesisEntry;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A service that has streams.
public interface Kinesis {
    /// Why a table's changes cannot be sent to the stream with this ARN; null if they can. The
    /// texts are those that AWS shows.
    @Nullable String failureOf(String streamArn);

    /// Puts records into a stream.
    ///
    /// @return for each of them, in their order, why the stream did not take it; null if it did
    /// @throws KinesisException if it took none of them
    List<@Nullable String> put(String streamArn, List<KinesisEntry> entries);
}
