package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.stream.SequenceNumber;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.GetShardIteratorRequest;
import dev.millrace.model.response.GetShardIteratorResponse;
import dev.millrace.model.stream.ShardIteratorType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.function.LongSupplier;

/// Gives a position in a shard: at its beginning, at its end, at or behind a sequence number, at a
/// moment.
public final class GetShardIterator
        implements Operation<GetShardIteratorRequest, GetShardIteratorResponse> {
    private final StreamAccess access;
    private final LongSupplier appliedPosition;

    /// @param appliedPosition the last position whose change can be read, which is where LATEST
    ///   stands
    public GetShardIterator(StreamAccess access, LongSupplier appliedPosition) {
        this.access = access;
        this.appliedPosition = appliedPosition;
    }

    @Override
    public GetShardIteratorResponse execute(GetShardIteratorRequest request) {
        requireWhatTheTypeNeeds(request);
        StreamShards stream = access.require(request.streamArn());
        Shard shard = StreamAccess.require(stream, request.shardId());
        return new GetShardIteratorResponse(
                access.iterators()
                        .issue(
                                request.streamArn(),
                                shard.number(),
                                position(request, stream, shard)));
    }

    // The position behind which the iterator reads.
    private long position(GetShardIteratorRequest request, StreamShards stream, Shard shard) {
        long horizon = access.horizon(stream.stream());
        return switch (request.shardIteratorType()) {
            case TRIM_HORIZON -> shard.startingPosition() - 1;
            case LATEST -> appliedPosition.getAsLong();
            case AT_SEQUENCE_NUMBER -> named(request, shard, horizon) - 1;
            case AFTER_SEQUENCE_NUMBER -> named(request, shard, horizon);
            case AT_TIMESTAMP -> behindTime(request, shard, horizon);
        };
    }

    private static long named(GetShardIteratorRequest request, Shard shard, long horizon) {
        String number = request.sequenceNumber();
        long position = number == null ? 0 : SequenceNumber.positionIn(shard, number);
        if (position < Math.max(shard.startingPosition(), horizon)) {
            throw StreamAccess.trimmed();
        }
        return position;
    }

    // As TRIM_HORIZON if the moment is before everything that can be read.
    private long behindTime(GetShardIteratorRequest request, Shard shard, long horizon) {
        Instant moment = Objects.requireNonNullElse(request.timestamp(), Instant.EPOCH);
        if (moment.isAfter(access.clock().instant())) {
            throw ApiException.validation(
                    "Timestamp must not be in the future: " + moment.toEpochMilli() + " ms");
        }
        long first = HybridClock.firstOf(Math.max(moment.toEpochMilli(), 0));
        boolean isBeforeAll = first <= Math.max(shard.startingPosition(), horizon);
        return (isBeforeAll ? shard.startingPosition() : first) - 1;
    }

    private static void requireWhatTheTypeNeeds(GetShardIteratorRequest request) {
        ShardIteratorType type = request.shardIteratorType();
        boolean namesNumber =
                type == ShardIteratorType.AT_SEQUENCE_NUMBER
                        || type == ShardIteratorType.AFTER_SEQUENCE_NUMBER;
        require(type, "SequenceNumber", request.sequenceNumber(), namesNumber);
        boolean namesTime = type == ShardIteratorType.AT_TIMESTAMP;
        require(type, "Timestamp", request.timestamp(), namesTime);
    }

    private static void require(
            ShardIteratorType type, String member, @Nullable Object value, boolean isNeeded) {
        if (isNeeded && value == null) {
            throw ApiException.validation(member + " is required for ShardIteratorType " + type);
        }
        if (!isNeeded && value != null) {
            throw ApiException.validation(
                    member + " must not be given for ShardIteratorType " + type);
        }
    }
}
