package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.stream.SequenceNumber;
import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.response.DescribeStreamResponse;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamDescription;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// Describes a stream and a page of its shards, ascending by id. The id to start behind need not
/// exist; shards that appear between two pages sort last. A filter leaves the children of one
/// shard, and the rest of the description as it is.
public final class DescribeStream
        implements Operation<DescribeStreamRequest, DescribeStreamResponse> {
    private final StreamAccess access;

    public DescribeStream(StreamAccess access) {
        this.access = access;
    }

    @Override
    public DescribeStreamResponse execute(DescribeStreamRequest request) {
        access.limits().countDescribeStream();
        StreamShards stream = access.require(request.streamArn());
        String start = Objects.requireNonNullElse(request.exclusiveStartShardId(), "");
        List<Shard> shards = wanted(stream, start, request.childrenOf());
        if (shards.size() <= request.limit()) {
            return new DescribeStreamResponse(description(stream.stream(), shards, null));
        }
        List<Shard> page = shards.subList(0, request.limit());
        return new DescribeStreamResponse(
                description(stream.stream(), page, page.getLast().shardId()));
    }

    private static List<Shard> wanted(StreamShards stream, String start, @Nullable String parent) {
        if (parent == null) {
            return stream.after(start);
        }
        return stream.childrenOf(parent).stream()
                .filter(child -> child.shardId().compareTo(start) > 0)
                .toList();
    }

    private static StreamDescription description(
            Stream stream, List<Shard> shards, @Nullable String lastShardId) {
        return new StreamDescription(
                stream.arn(),
                stream.label(),
                stream.tableName(),
                stream.status(),
                stream.viewType(),
                stream.created(),
                stream.keySchema(),
                shards.stream().map(DescribeStream::description).toList(),
                lastShardId);
    }

    private static ShardDescription description(Shard shard) {
        Long ending = shard.endingPosition();
        return new ShardDescription(
                shard.shardId(),
                shard.parentShardId(),
                SequenceNumber.format(shard, shard.shownStart()),
                ending == null ? null : SequenceNumber.format(shard, ending));
    }
}
