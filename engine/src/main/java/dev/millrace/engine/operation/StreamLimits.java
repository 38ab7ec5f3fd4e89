package dev.millrace.engine.operation;

import dev.millrace.engine.stream.ShardIterator;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// How fast AWS lets streams be read (streams-api reference, section 14), for those who want to
/// meet its limits before their clients do. Off unless asked for.
public final class StreamLimits {
    /// Calls of DescribeStream in one second.
    public static final int DESCRIBE_STREAM_PER_SECOND = 10;

    /// Calls of ListStreams in one second.
    public static final int LIST_STREAMS_PER_SECOND = 5;

    /// The most shards whose readers are known; of more, those read longest ago are forgotten.
    public static final int SHARDS_MAX = 10_000;

    private final boolean isOn;
    private final InstantSource clock;
    private final CallRate describes = new CallRate(DESCRIBE_STREAM_PER_SECOND);
    private final CallRate lists = new CallRate(LIST_STREAMS_PER_SECOND);
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<ShardName, ShardReaders> readers =
            new LinkedHashMap<>(16, 0.75f, true);

    private record ShardName(String streamArn, int shardNumber) {}

    /// Limits by the time of `clock`, or none at all.
    public StreamLimits(InstantSource clock, boolean isOn) {
        this.isOn = isOn;
        this.clock = clock;
    }

    /// @throws ApiException a `ThrottlingException` if there were too many of these calls
    void countDescribeStream() {
        count(describes);
    }

    /// @throws ApiException a `ThrottlingException` if there were too many of these calls
    void countListStreams() {
        count(lists);
    }

    /// @throws ApiException a `LimitExceededException` if others than this one read the shard
    ///   already
    void countReader(ShardIterator iterator) {
        if (isOn && !admits(iterator)) {
            throw new ApiException(
                    ApiError.LIMIT_EXCEEDED,
                    "Rate exceeded for shard: at most "
                            + ShardReaders.READERS_MAX
                            + " readers may read a shard at a time");
        }
    }

    private void count(CallRate rate) {
        if (isOn && !rate.admits(clock.millis())) {
            throw ApiException.rateExceeded();
        }
    }

    private boolean admits(ShardIterator iterator) {
        ShardName shard = new ShardName(iterator.streamArn(), iterator.shardNumber());
        lock.lock();
        try {
            ShardReaders known = readers.computeIfAbsent(shard, _ -> new ShardReaders());
            if (readers.size() > SHARDS_MAX) {
                readers.pollFirstEntry();
            }
            return known.admits(iterator.reader(), clock.millis());
        } finally {
            lock.unlock();
        }
    }
}
