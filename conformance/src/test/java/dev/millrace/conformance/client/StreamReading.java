package dev.millrace.conformance.client;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.util.ArrayList;
import java.util.List;

/// A stream read as a consumer reads it.
public record StreamReading(DynamoDbStreamsClient client, String streamArn) {
    private static final int EMPTY_PAGES_MAX = 3;

    /// The stream without its shards beyond the first page.
    public StreamDescription description() {
        return client.describeStream(request -> request.streamArn(streamArn)).streamDescription();
    }

    /// All shards, page by page.
    public List<Shard> shards() {
        List<Shard> shards = new ArrayList<>();
        String last = null;
        do {
            String after = last;
            DescribeStreamResponse page =
                    client.describeStream(
                            request -> request.streamArn(streamArn).exclusiveStartShardId(after));
            shards.addAll(page.streamDescription().shards());
            last = page.streamDescription().lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }

    /// All records, shard after shard from the oldest record on.
    public List<Record> records() {
        return shards().stream().flatMap(shard -> records(shard).stream()).toList();
    }

    /// What happened, in the order in which it is read.
    List<OperationType> eventNames() {
        return records().stream().map(Record::eventName).toList();
    }

    /// The records of one shard from the oldest on.
    public List<Record> records(Shard shard) {
        return recordsFrom(iterator(shard, ShardIteratorType.TRIM_HORIZON, null));
    }

    /// An iterator for one shard.
    ///
    /// @param sequenceNumber null for a type that needs none
    String iterator(Shard shard, ShardIteratorType type, @Nullable String sequenceNumber) {
        return client.getShardIterator(request ->
                        request.streamArn(streamArn)
                                .shardId(shard.shardId())
                                .shardIteratorType(type)
                                .sequenceNumber(sequenceNumber))
                .shardIterator();
    }

    /// The records from this iterator to the end of a closed shard, or until an open one has no
    /// more.
    List<Record> recordsFrom(String iterator) {
        List<Record> records = new ArrayList<>();
        String next = iterator;
        int emptyPages = 0;
        while (next != null && emptyPages < EMPTY_PAGES_MAX) {
            String current = next;
            GetRecordsResponse page = client.getRecords(request -> request.shardIterator(current));
            records.addAll(page.records());
            emptyPages = page.records().isEmpty() ? emptyPages + 1 : 0;
            next = page.nextShardIterator();
        }
        return records;
    }
}
