package dev.millrace.conformance.shard;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.request.GetShardIteratorRequest;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.ShardIteratorType;
import dev.millrace.model.stream.StreamDescription;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.testkit.stream.StreamContent;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A reader of one stream that keeps the rules of consumers (source: streams-api reference, section
/// 13): parents before children, children from the trim horizon, checkpoints by sequence number,
/// the list of shards page by page, the children of a finished shard at once.
final class Consumer {
    private static final int PAGE_SHARDS_MAX = 5;
    private static final int PAGE_RECORDS_MAX = 50;

    private final ShardWorld world;
    private final String streamArn;
    private final Random random;
    private final Map<String, Lease> leases = new LinkedHashMap<>();

    Consumer(ShardWorld world, String streamArn, Random random) {
        this.world = world;
        this.streamArn = streamArn;
        this.random = random;
    }

    /// Every shard that this consumer has found, with the records that it has read.
    StreamContent content() {
        StreamDescription stream = describe(null, null);
        return new StreamContent(
                streamArn,
                stream.keySchema(),
                stream.streamViewType(),
                leases.values().stream().map(Lease::content).toList());
    }

    /// Reads up to so many pages of shards chosen at random.
    void read(int pages) {
        findShards();
        for (int i = 0; i < pages; i++) {
            List<Lease> readable = readable();
            if (!readable.isEmpty()) {
                readPage(readable.get(random.nextInt(readable.size())));
            }
        }
    }

    /// Reads everything there is, as long as nobody writes.
    void drain() {
        boolean goesOn = true;
        while (goesOn) {
            findShards();
            goesOn = false;
            for (Lease lease : readable()) {
                while (readPage(lease)) {
                    goesOn = true;
                }
            }
        }
    }

    /// Forgets everything but its checkpoints, as a consumer that is started again.
    void restart() {
        leases.values().forEach(lease -> lease.goOnAt(null));
    }

    private List<Lease> readable() {
        return leases.values().stream()
                .filter(lease -> !lease.isFinished() && isParentFinished(lease))
                .toList();
    }

    // A parent that is not listed any more need not be waited for.
    private boolean isParentFinished(Lease lease) {
        Lease parent = leases.get(String.valueOf(lease.parentShardId()));
        return parent == null || parent.isFinished();
    }

    // Whether that brought anything: records or the end of the shard.
    private boolean readPage(Lease lease) {
        if (lease.isFinished()) {
            return false;
        }
        GetRecordsResponse page = page(lease);
        lease.read(page.records());
        lease.goOnAt(page.nextShardIterator());
        if (page.nextShardIterator() == null) {
            lease.finish();
            findChildren(lease);
            return true;
        }
        return !page.records().isEmpty();
    }

    private GetRecordsResponse page(Lease lease) {
        int limit = random.nextInt(1, PAGE_RECORDS_MAX);
        String iterator = lease.iterator();
        try {
            return page(iterator == null ? iterator(lease) : iterator, limit);
        } catch (ApiException e) {
            if (e.error() != ApiError.EXPIRED_ITERATOR) {
                throw e;
            }
            return page(iterator(lease), limit);
        }
    }

    private GetRecordsResponse page(String iterator, int limit) {
        return world.engine().getRecords().execute(new GetRecordsRequest(iterator, limit));
    }

    // A checkpoint that has been trimmed is no loss as long as nothing behind it has.
    private String iterator(Lease lease) {
        String checkpoint = lease.checkpoint();
        if (checkpoint == null) {
            return iterator(lease, ShardIteratorType.TRIM_HORIZON, null);
        }
        try {
            return iterator(lease, ShardIteratorType.AFTER_SEQUENCE_NUMBER, checkpoint);
        } catch (ApiException e) {
            if (e.error() != ApiError.TRIMMED_DATA_ACCESS) {
                throw e;
            }
            return iterator(lease, ShardIteratorType.TRIM_HORIZON, null);
        }
    }

    private String iterator(Lease lease, ShardIteratorType type, @Nullable String checkpoint) {
        return world.engine()
                .getShardIterator()
                .execute(new GetShardIteratorRequest(streamArn, lease.shardId(), type, checkpoint))
                .shardIterator();
    }

    // The last page of a shard must never come before its children can be seen.
    private void findChildren(Lease finished) {
        StreamDescription stream = describe(null, finished.shardId());
        if (stream.streamStatus() == StreamStatus.ENABLED && stream.shards().isEmpty()) {
            throw new IllegalStateException("no child of " + finished.shardId());
        }
        stream.shards().forEach(this::find);
    }

    private void findShards() {
        String after = null;
        do {
            StreamDescription page = describe(after, null);
            page.shards().forEach(this::find);
            after = page.lastEvaluatedShardId();
        } while (after != null);
    }

    private void find(ShardDescription shard) {
        leases.computeIfAbsent(shard.shardId(), _ -> new Lease(shard)).describe(shard);
    }

    private StreamDescription describe(@Nullable String after, @Nullable String childrenOf) {
        int limit = childrenOf == null ? random.nextInt(1, PAGE_SHARDS_MAX) : PAGE_SHARDS_MAX;
        return world.engine()
                .describeStream()
                .execute(new DescribeStreamRequest(streamArn, after, limit, childrenOf))
                .streamDescription();
    }
}
