package dev.millrace.benchmarks.embedded;

import dev.millrace.engine.Engine;
import dev.millrace.engine.operation.Operation;
import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.request.GetShardIteratorRequest;
import dev.millrace.model.response.DescribeStreamResponse;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.response.GetShardIteratorResponse;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.ShardIteratorType;
import dev.millrace.model.stream.StreamDescription;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The calls of a reader of one stream, and how long they took.
public final class StreamCalls {
    private static final int PAGE_SHARDS = 100;
    private static final int PAGE_RECORDS = 1_000;

    private final String streamArn;
    private final Operation<DescribeStreamRequest, DescribeStreamResponse> describeStream;
    private final Operation<GetShardIteratorRequest, GetShardIteratorResponse> getShardIterator;
    private final Operation<GetRecordsRequest, GetRecordsResponse> getRecords;

    public StreamCalls(Engine engine, String streamArn) {
        this.streamArn = streamArn;
        describeStream = engine.describeStream();
        getShardIterator = engine.getShardIterator();
        getRecords = engine.getRecords();
    }

    /// All shards of the stream, page by page.
    ///
    /// @param pageNanos takes the time of each page
    public List<ShardDescription> shards(Histogram pageNanos) {
        List<ShardDescription> shards = new ArrayList<>();
        String last = null;
        do {
            StreamDescription page = page(last, pageNanos);
            shards.addAll(page.shards());
            last = page.lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }

    /// An iterator for `shard`; the sequence number, where one is needed, is the shard's first.
    ///
    /// @param nanos takes the time
    public String iterator(ShardDescription shard, ShardIteratorType type, Histogram nanos) {
        boolean isNumbered = type == ShardIteratorType.AT_SEQUENCE_NUMBER;
        GetShardIteratorRequest request =
                new GetShardIteratorRequest(
                        streamArn,
                        shard.shardId(),
                        type,
                        isNumbered ? shard.startingSequenceNumber() : null);
        long began = System.nanoTime();
        String iterator = getShardIterator.execute(request).shardIterator();
        nanos.recordValue(System.nanoTime() - began);
        return iterator;
    }

    /// Reads `shard` from its oldest record to its end, or to an empty page if it is open.
    ///
    /// @param pageNanos takes the time of each page
    /// @return the number of records
    public long read(ShardDescription shard, Histogram pageNanos) {
        String iterator = iterator(shard, ShardIteratorType.TRIM_HORIZON, new Histogram(3));
        long records = 0;
        while (iterator != null) {
            long began = System.nanoTime();
            GetRecordsResponse page =
                    getRecords.execute(new GetRecordsRequest(iterator, PAGE_RECORDS));
            pageNanos.recordValue(System.nanoTime() - began);
            records += page.records().size();
            iterator = page.records().isEmpty() ? null : page.nextShardIterator();
        }
        return records;
    }

    private StreamDescription page(@Nullable String last, Histogram pageNanos) {
        long began = System.nanoTime();
        StreamDescription page =
                describeStream
                        .execute(new DescribeStreamRequest(streamArn, last, PAGE_SHARDS))
                        .streamDescription();
        pageNanos.recordValue(System.nanoTime() - began);
        return page;
    }
}
