package dev.millrace.testkit.sut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.request.GetShardIteratorRequest;
import dev.millrace.model.request.ListStreamsRequest;
import dev.millrace.model.response.DescribeStreamResponse;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.response.GetShardIteratorResponse;
import dev.millrace.model.response.ListStreamsResponse;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamDescription;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.stream.StreamSummary;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.stream.StreamContent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

final class StreamReadingTest {
    private final List<StreamContent> streams = new RequestSystem(new TwoShards()).streamsOf("t");

    @Test
    void streamsAreInTheOrderOfTheirLabels() {
        assertThat(streams).extracting(StreamContent::streamArn).containsExactly("old", "new");
    }

    @Test
    void shardsOfAllPagesAreRead() {
        assertThat(streams.getFirst().shards())
                .extracting(content -> content.shard().shardId())
                .containsExactly("closed", "open");
    }

    @Test
    void emptyPagesDoNotEndAClosedShard() {
        assertThat(streams.getFirst().shards().getFirst().records())
                .extracting(StreamRecord::sequenceNumber)
                .containsExactly("5");
    }

    @Test
    void openShardIsReadUntilItsPagesStayEmpty() {
        assertThat(streams.getFirst().shards().getLast().records())
                .extracting(StreamRecord::sequenceNumber)
                .containsExactly("2");
    }

    /// Two streams, each with a closed shard that ends after five empty pages and one record, and
    /// an open one that has a record on its third page.
    private static final class TwoShards extends UnexpectedOperations {
        @Override
        public ListStreamsResponse listStreams(ListStreamsRequest request) {
            return request.exclusiveStartStreamArn() == null
                    ? new ListStreamsResponse(List.of(new StreamSummary("new", "t", "2")), "new")
                    : new ListStreamsResponse(List.of(new StreamSummary("old", "t", "1")), null);
        }

        @Override
        public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
            boolean isFirstPage = request.exclusiveStartShardId() == null;
            return new DescribeStreamResponse(
                    new StreamDescription(
                            request.streamArn(),
                            "1",
                            "t",
                            StreamStatus.ENABLED,
                            StreamViewType.KEYS_ONLY,
                            Instant.EPOCH,
                            Tables.KEY_SCHEMA,
                            List.of(shard(isFirstPage)),
                            isFirstPage ? "closed" : null));
        }

        @Override
        public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
            return new GetShardIteratorResponse(request.shardId() + ":0");
        }

        @Override
        public GetRecordsResponse getRecords(GetRecordsRequest request) {
            String[] parts = request.shardIterator().split(":", -1);
            int page = Integer.parseInt(parts[1]);
            String next = parts[0] + ":" + (page + 1);
            return parts[0].equals("closed")
                    ? page(page, 5, page < 5 ? next : null)
                    : page(page, 2, next);
        }

        private static ShardDescription shard(boolean isClosed) {
            return isClosed
                    ? new ShardDescription("closed", null, "1", "9")
                    : new ShardDescription("open", "closed", "10", null);
        }

        private static GetRecordsResponse page(int page, int filled, @Nullable String next) {
            return new GetRecordsResponse(
                    page == filled ? List.of(record(Integer.toString(page))) : List.of(), next);
        }

        private static StreamRecord record(String sequenceNumber) {
            return new StreamRecord(
                    sequenceNumber,
                    EventName.INSERT,
                    "local",
                    0,
                    Item.of(Map.of("id", new AttributeValue.S("a"))),
                    null,
                    null,
                    sequenceNumber,
                    3,
                    StreamViewType.KEYS_ONLY,
                    false);
        }
    }
}
