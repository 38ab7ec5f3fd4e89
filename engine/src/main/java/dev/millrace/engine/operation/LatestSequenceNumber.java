package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.stream.SequenceNumber;
import dev.millrace.model.request.LatestSequenceNumberRequest;
import dev.millrace.model.response.LatestSequenceNumberResponse;

import java.util.function.LongSupplier;

/// Gives the sequence number that a LATEST iterator would stand behind, for readers that must be
/// able to come back to it.
public final class LatestSequenceNumber
        implements Operation<LatestSequenceNumberRequest, LatestSequenceNumberResponse> {
    private final StreamAccess access;
    private final LongSupplier appliedPosition;

    /// @param appliedPosition the last position whose change can be read
    public LatestSequenceNumber(StreamAccess access, LongSupplier appliedPosition) {
        this.access = access;
        this.appliedPosition = appliedPosition;
    }

    @Override
    public LatestSequenceNumberResponse execute(LatestSequenceNumberRequest request) {
        long position = appliedPosition.getAsLong();
        Shard shard = StreamAccess.require(access.require(request.streamArn()), request.shardId());
        return new LatestSequenceNumberResponse(
                SequenceNumber.format(shard, Math.max(position, shard.startingPosition())));
    }
}
