package dev.millrace.cli.demo;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.util.function.Consumer;

/// The reading of one shard from its oldest record on. For one thread.
final class ShardReader {

    /// The most records of one page (source: streams-api reference, section 6).
    static final int PAGE_RECORDS_MAX = 1000;

    /// How many empty pages in a row a shard may have that is known to have an end.
    static final int EMPTY_PAGES_MAX = 100;

    private final DynamoDbStreamsClient client;
    private @Nullable String iterator;

    private ShardReader(DynamoDbStreamsClient client, @Nullable String iterator) {
        this.client = client;
        this.iterator = iterator;
    }

    /// A reader of `shard` that stands before its oldest record.
    static ShardReader atTrimHorizon(DynamoDbStreamsClient client, String streamArn, Shard shard) {
        GetShardIteratorResponse response =
                client.getShardIterator(get ->
                        get.streamArn(streamArn)
                                .shardId(shard.shardId())
                                .shardIteratorType(ShardIteratorType.TRIM_HORIZON));
        return new ShardReader(client, response.shardIterator());
    }

    /// Whether the shard has been read to its end.
    boolean isFinished() {
        return iterator == null;
    }

    /// Reads on as far as there are records now: of a closed shard all, of an open one up to an
    /// empty page.
    ///
    /// @throws DemoException if a closed shard does not come to its end
    void readOn(boolean isClosed, Consumer<GetRecordsResponse> pages) {
        int emptyPages = 0;
        while (iterator != null && (isClosed || emptyPages == 0)) {
            GetRecordsResponse page = page(iterator);
            pages.accept(page);
            iterator = page.nextShardIterator();
            emptyPages = page.records().isEmpty() ? emptyPages + 1 : 0;
            if (emptyPages > EMPTY_PAGES_MAX) {
                throw new DemoException("a closed shard has only empty pages and no end");
            }
        }
    }

    private GetRecordsResponse page(String from) {
        return client.getRecords(get -> get.shardIterator(from).limit(PAGE_RECORDS_MAX));
    }
}
