package dev.millrace.testkit.sut;

import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.request.GetShardIteratorRequest;
import dev.millrace.model.request.ListStreamsRequest;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.response.ListStreamsResponse;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.ShardIteratorType;
import dev.millrace.model.stream.StreamDescription;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamSummary;
import dev.millrace.testkit.stream.ShardContent;
import dev.millrace.testkit.stream.StreamContent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads whole streams as a client must: lists and describes them page by page, then reads every
/// shard from its oldest record, parents before children.
record StreamReading(ClientOperations client) {
    private static final int PAGE_LIMIT = 100;
    private static final int RECORDS_LIMIT = 1000;
    private static final int EMPTY_PAGES_MAX = 3;
    private static final int PAGES_MAX = 100_000;

    /// The streams that tables of this name have had, oldest first.
    List<StreamContent> streamsOf(String tableName) {
        return summaries(tableName).stream()
                .sorted(Comparator.comparing(StreamSummary::streamLabel))
                .map(this::read)
                .toList();
    }

    private List<StreamSummary> summaries(String tableName) {
        List<StreamSummary> summaries = new ArrayList<>();
        String after = null;
        do {
            ListStreamsResponse page =
                    client.listStreams(new ListStreamsRequest(tableName, after, PAGE_LIMIT));
            summaries.addAll(page.streams());
            after = page.lastEvaluatedStreamArn();
        } while (after != null);
        return summaries;
    }

    private StreamContent read(StreamSummary summary) {
        String streamArn = summary.streamArn();
        List<ShardContent> contents = new ArrayList<>();
        StreamDescription description = describe(streamArn, null);
        addShards(description, contents);
        String after = description.lastEvaluatedShardId();
        while (after != null) {
            StreamDescription next = describe(streamArn, after);
            addShards(next, contents);
            after = next.lastEvaluatedShardId();
        }
        return new StreamContent(
                streamArn, description.keySchema(), description.streamViewType(), contents);
    }

    private StreamDescription describe(String streamArn, @Nullable String after) {
        return client.describeStream(new DescribeStreamRequest(streamArn, after, PAGE_LIMIT))
                .streamDescription();
    }

    // Shards are listed in the order of their ids, which puts parents first.
    private void addShards(StreamDescription description, List<ShardContent> contents) {
        for (ShardDescription shard : description.shards()) {
            contents.add(new ShardContent(shard, records(description.streamArn(), shard)));
        }
    }

    // A closed shard ends without a next iterator. An open one never does: it is read until several
    // pages in a row are empty.
    private List<StreamRecord> records(String streamArn, ShardDescription shard) {
        List<StreamRecord> records = new ArrayList<>();
        String iterator =
                client.getShardIterator(
                                new GetShardIteratorRequest(
                                        streamArn,
                                        shard.shardId(),
                                        ShardIteratorType.TRIM_HORIZON,
                                        null))
                        .shardIterator();
        boolean isOpen = shard.endingSequenceNumber() == null;
        int emptyPages = 0;
        for (int pages = 0; pages < PAGES_MAX; pages++) {
            if (iterator == null || (isOpen && emptyPages == EMPTY_PAGES_MAX)) {
                return records;
            }
            GetRecordsResponse page =
                    client.getRecords(new GetRecordsRequest(iterator, RECORDS_LIMIT));
            records.addAll(page.records());
            emptyPages = page.records().isEmpty() ? emptyPages + 1 : 0;
            iterator = page.nextShardIterator();
        }
        throw new IllegalStateException("shard has no end: " + shard.shardId());
    }
}
