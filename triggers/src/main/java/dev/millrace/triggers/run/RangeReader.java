package dev.millrace.triggers.run;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.request.GetShardIteratorRequest;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.stream.ShardIteratorType;
import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.deadletter.DeadLetter;
import dev.millrace.triggers.filter.RecordFilter;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads the records of a dead letter from the stream once more.
final class RangeReader {
    private static final int PAGE_RECORDS = 1_000;

    private final StreamOperations operations;

    RangeReader(StreamOperations operations) {
        this.operations = operations;
    }

    /// The records, as many as the letter says.
    ///
    /// @throws ApiException if the stream does not keep all of them any more
    List<Entry> read(DeadLetter letter) {
        try {
            List<Entry> entries = entries(letter);
            if (entries.size() != letter.records()) {
                throw gone();
            }
            return entries;
        } catch (ApiException e) {
            throw switch (e.error()) {
                case TRIMMED_DATA_ACCESS, RESOURCE_NOT_FOUND -> gone();
                default -> e;
            };
        }
    }

    private List<Entry> entries(DeadLetter letter) {
        EntryReader reader =
                new EntryReader(
                        letter.streamArn(),
                        StreamShards.of(letter.streamArn(), operations).partitionKey(),
                        RecordFilter.of(letter.filters()));
        List<Entry> entries = new ArrayList<>();
        String iterator = begin(letter);
        boolean isBehind = false;
        while (iterator != null && !isBehind) {
            GetRecordsResponse page =
                    operations
                            .getRecords()
                            .execute(new GetRecordsRequest(iterator, PAGE_RECORDS, Duration.ZERO));
            for (Entry entry : reader.read(page.records(), null)) {
                if (letter.range().covers(entry.sequenceNumber(), entry.keyHash())) {
                    entries.add(entry);
                }
            }
            isBehind = isBehind(page, letter);
            iterator = page.nextShardIterator();
        }
        return entries;
    }

    // An empty page of an open shard is its end for now: nothing of the letter can come behind it.
    private static boolean isBehind(GetRecordsResponse page, DeadLetter letter) {
        return page.records().isEmpty()
                || letter.range().endsBefore(page.records().getLast().sequenceNumber());
    }

    private @Nullable String begin(DeadLetter letter) {
        var request =
                new GetShardIteratorRequest(
                        letter.streamArn(),
                        letter.shardId(),
                        ShardIteratorType.AT_SEQUENCE_NUMBER,
                        letter.first());
        return operations.getShardIterator().execute(request).shardIterator();
    }

    private static ApiException gone() {
        return new ApiException(
                ApiError.INVALID_PARAMETER_VALUE,
                "The stream does not keep all of these records any more: they cannot be replayed.");
    }
}
