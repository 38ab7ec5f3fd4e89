package dev.millrace.triggers.run;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.request.GetShardIteratorRequest;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.stream.ShardIteratorType;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.poll.Page;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Reads one shard page by page and makes entries of the records that pass the filter. Used by one
/// thread at a time.
final class ShardReader {
    private static final int PAGE_RECORDS = 1_000;

    // A commit can be read a little after its moment; only what is older is sure to have been seen.
    private static final Duration COMMIT_TAKES_MAX = Duration.ofSeconds(1);

    private final StreamOperations operations;
    private final String streamArn;
    private final String shardId;
    private final EntryReader entries;
    private final InstantSource clock;
    private @Nullable String last;
    private @Nullable String iterator;

    ShardReader(Surroundings surroundings, MappingPlan plan, ShardStart start) {
        this.operations = surroundings.operations();
        this.streamArn = plan.mapping().eventSourceArn();
        this.shardId = start.shardId();
        this.entries = new EntryReader(streamArn, start.partitionKey(), plan.filter());
        this.clock = surroundings.clock();
        this.last = start.progress().readAfter();
    }

    /// Reads the next page, and waits for it if there is none yet.
    Page read(Duration longestWait) {
        try {
            return page(longestWait);
        } catch (ApiException e) {
            return switch (e.error()) {
                case EXPIRED_ITERATOR -> again(longestWait);
                case TRIMMED_DATA_ACCESS -> fromTheBeginning(longestWait);
                // The shard is gone, with all its records.
                case RESOURCE_NOT_FOUND -> new Page(List.of(), null, true, null);
                default -> throw e;
            };
        }
    }

    private Page again(Duration longestWait) {
        iterator = null;
        return page(longestWait);
    }

    private Page fromTheBeginning(Duration longestWait) {
        iterator = issue(ShardIteratorType.TRIM_HORIZON, null);
        return page(longestWait);
    }

    private Page page(Duration longestWait) {
        if (iterator == null) {
            iterator =
                    last == null
                            ? issue(ShardIteratorType.TRIM_HORIZON, null)
                            : issue(ShardIteratorType.AFTER_SEQUENCE_NUMBER, last);
        }
        Instant before = clock.instant();
        GetRecordsResponse response =
                operations
                        .getRecords()
                        .execute(new GetRecordsRequest(iterator, PAGE_RECORDS, longestWait));
        List<StreamRecord> records = response.records();
        List<Entry> found = entries.read(records, last);
        iterator = response.nextShardIterator();
        boolean isEmpty = records.isEmpty();
        if (!isEmpty) {
            last = records.getLast().sequenceNumber();
        }
        return new Page(
                found,
                isEmpty ? null : last,
                iterator == null,
                isEmpty ? before.minus(COMMIT_TAKES_MAX) : null);
    }

    private String issue(ShardIteratorType type, @Nullable String number) {
        var request = new GetShardIteratorRequest(streamArn, shardId, type, number);
        return operations.getShardIterator().execute(request).shardIterator();
    }
}
