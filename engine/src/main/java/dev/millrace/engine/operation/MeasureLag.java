package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.stream.SequenceNumber;
import dev.millrace.model.request.MeasureLagRequest;
import dev.millrace.model.response.MeasureLagResponse;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Counts the records of a shard behind a sequence number, without those that have been trimmed,
/// and tells how old the first of them is. Looks at keys only.
public final class MeasureLag implements Operation<MeasureLagRequest, MeasureLagResponse> {
    private final StreamAccess access;

    public MeasureLag(StreamAccess access) {
        this.access = access;
    }

    @Override
    public MeasureLagResponse execute(MeasureLagRequest request) {
        StreamShards stream = access.require(request.streamArn());
        Shard shard = StreamAccess.require(stream, request.shardId());
        String after = request.after();
        long position = after == null ? -1 : SequenceNumber.positionIn(shard, after);
        long kept = Math.max(position, access.horizon(stream.stream()) - 1);
        return new MeasureLagResponse(
                access.records().countBehind(shard, kept, request.recordsMax()),
                age(access.records().firstBehind(shard, kept)));
    }

    private Duration age(@Nullable Long first) {
        return first == null
                ? Duration.ZERO
                : Duration.ofMillis(
                        Math.max(0, access.clock().millis() - HybridClock.millis(first)));
    }
}
