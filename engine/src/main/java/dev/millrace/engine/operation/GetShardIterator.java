package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.stream.SequenceNumber;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.GetShardIteratorRequest;
import dev.millrace.model.response.GetShardIteratorResponse;
import dev.millrace.model.stream.ShardIteratorType;

import java.util.function.LongSupplier;

/// Gives a position in a shard: at its beginning, at its end, at or behind a sequence number.
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
        requireNumberWhereItBelongs(request);
        StreamShards stream = access.require(request.streamArn());
        Shard shard = StreamAccess.require(stream, request.shardId());
        return new GetShardIteratorResponse(
                access.iterators()
                        .issue(request.streamArn(), shard.number(), position(request, shard)));
    }

    // The position behind which the iterator reads.
    private long position(GetShardIteratorRequest request, Shard shard) {
        return switch (request.shardIteratorType()) {
            case TRIM_HORIZON -> shard.startingPosition() - 1;
            case LATEST -> appliedPosition.getAsLong();
            case AT_SEQUENCE_NUMBER -> named(request, shard) - 1;
            case AFTER_SEQUENCE_NUMBER -> named(request, shard);
        };
    }

    private static long named(GetShardIteratorRequest request, Shard shard) {
        String number = request.sequenceNumber();
        long position = number == null ? 0 : SequenceNumber.positionIn(shard, number);
        if (position < shard.startingPosition()) {
            throw new ApiException(
                    ApiError.TRIMMED_DATA_ACCESS,
                    "The data you are trying to access has been trimmed");
        }
        return position;
    }

    private static void requireNumberWhereItBelongs(GetShardIteratorRequest request) {
        boolean names =
                request.shardIteratorType() == ShardIteratorType.AT_SEQUENCE_NUMBER
                        || request.shardIteratorType() == ShardIteratorType.AFTER_SEQUENCE_NUMBER;
        if (names && request.sequenceNumber() == null) {
            throw ApiException.validation(
                    "SequenceNumber is required for ShardIteratorType "
                            + request.shardIteratorType());
        }
        if (!names && request.sequenceNumber() != null) {
            throw ApiException.validation(
                    "SequenceNumber must not be given for ShardIteratorType "
                            + request.shardIteratorType());
        }
    }
}
