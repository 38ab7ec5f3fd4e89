package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.model.stream.StreamStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reports the whole tree of a stream's shards with what DescribeStream does not tell: the hashes
/// of each, when it opened and closed, and about how much space its records take up.
public final class ReportShards implements Operation<ReportShards.Request, ReportShards.Response> {
    private final StreamAccess access;
    private final RecordBytes bytes;

    /// Tells about how many bytes the records of a shard take up.
    @FunctionalInterface
    public interface RecordBytes {
        long of(Shard shard);
    }

    public ReportShards(StreamAccess access, RecordBytes bytes) {
        this.access = access;
        this.bytes = bytes;
    }

    public record Request(String streamArn) {}

    /// @param shards ascending by id, parents before children
    public record Response(StreamStatus streamStatus, List<ShardReport> shards) {}

    /// One shard.
    ///
    /// @param parentShardId may name a shard that is gone; null for a shard without parent
    /// @param firstHash the first hash whose changes it takes, unsigned
    /// @param lastHash the last one
    /// @param closed null while it is open
    /// @param storedBytes an estimate; fresh records may be missing
    public record ShardReport(
            String shardId,
            @Nullable String parentShardId,
            long firstHash,
            long lastHash,
            Instant opened,
            @Nullable Instant closed,
            long storedBytes) {}

    @Override
    public Response execute(Request request) {
        StreamShards stream = access.require(request.streamArn());
        Map<String, Long> lastHashes = lastHashes(stream);
        return new Response(
                stream.stream().status(),
                stream.shards().stream().map(shard -> report(shard, lastHashes)).toList());
    }

    private ShardReport report(Shard shard, Map<String, Long> lastHashes) {
        Long closed = shard.closedPosition();
        return new ShardReport(
                shard.shardId(),
                shard.parentShardId(),
                shard.firstHash(),
                lastHashes.getOrDefault(shard.shardId(), -1L),
                momentOf(shard.startingPosition()),
                closed == null ? null : momentOf(closed),
                bytes.of(shard));
    }

    // A shard ends where its last child does. Those without children lie side by side over the
    // whole
    // hash space: each ends where the next begins.
    private static Map<String, Long> lastHashes(StreamShards stream) {
        Map<String, Long> last = new HashMap<>();
        List<Shard> youngestFirst = stream.shards().reversed();
        Set<String> parents = new HashSet<>();
        youngestFirst.forEach(shard -> parents.add(String.valueOf(shard.parentShardId())));
        List<Shard> leaves =
                youngestFirst.stream()
                        .filter(shard -> !parents.contains(shard.shardId()))
                        .sorted((left, right) ->
                                Long.compareUnsigned(left.firstHash(), right.firstHash()))
                        .toList();
        for (int i = 0; i < leaves.size(); i++) {
            boolean isLast = i == leaves.size() - 1;
            last.put(leaves.get(i).shardId(), isLast ? -1L : leaves.get(i + 1).firstHash() - 1);
        }
        youngestFirst.forEach(child -> raiseParent(child, last));
        return last;
    }

    private static void raiseParent(Shard child, Map<String, Long> last) {
        Long ownLast = last.get(child.shardId());
        if (child.parentShardId() != null && ownLast != null) {
            last.merge(
                    child.parentShardId(),
                    ownLast,
                    (one, other) -> Long.compareUnsigned(one, other) > 0 ? one : other);
        }
    }

    private static Instant momentOf(long position) {
        return Instant.ofEpochMilli(HybridClock.millis(position));
    }
}
