package dev.millrace.conformance.client;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A reader of a whole stream that keeps the rules for consumers (streams-api reference, section
/// 13): parents before children, checkpoints by sequence number, a new iterator when one has
/// expired. It can be asked to go on at any time.
final class RuleFollowingReader {
    private final StreamReading stream;
    private final List<Record> records = new ArrayList<>();
    private final Map<String, String> checkpoints = new HashMap<>();
    private final Map<String, String> iterators = new HashMap<>();
    private final Set<String> finished = new HashSet<>();

    RuleFollowingReader(StreamReading stream) {
        this.stream = stream;
    }

    /// Everything read so far, in the order of reading.
    List<Record> records() {
        return records;
    }

    /// The shards that were read to their end.
    Set<String> finished() {
        return finished;
    }

    /// Reads all that can be read now.
    void readOn() {
        boolean finishedOne;
        do {
            finishedOne = false;
            List<Shard> shards = stream.shards();
            Set<String> listed = shards.stream().map(Shard::shardId).collect(Collectors.toSet());
            for (Shard shard : shards) {
                boolean mayStart = mayStart(shard, listed);
                finishedOne |= mayStart && readOn(shard);
            }
        } while (finishedOne);
    }

    private boolean mayStart(Shard shard, Set<String> listed) {
        String parent = shard.parentShardId();
        return !finished.contains(shard.shardId())
                && (parent == null || !listed.contains(parent) || finished.contains(parent));
    }

    // Tells whether the shard was read to its end.
    private boolean readOn(Shard shard) {
        String iterator = iterators.get(shard.shardId());
        String next = iterator == null ? fresh(shard) : iterator;
        boolean more = true;
        while (next != null && more) {
            GetRecordsResponse page = page(shard, next);
            page.records()
                    .forEach(record -> {
                        records.add(record);
                        checkpoints.put(shard.shardId(), record.dynamodb().sequenceNumber());
                    });
            more = !page.records().isEmpty();
            next = page.nextShardIterator();
        }
        if (next == null) {
            finished.add(shard.shardId());
            return true;
        }
        iterators.put(shard.shardId(), next);
        return false;
    }

    private GetRecordsResponse page(Shard shard, String iterator) {
        try {
            return stream.client().getRecords(request -> request.shardIterator(iterator));
        } catch (ExpiredIteratorException _) {
            String again = fresh(shard);
            return stream.client().getRecords(request -> request.shardIterator(again));
        }
    }

    private String fresh(Shard shard) {
        @Nullable String checkpoint = checkpoints.get(shard.shardId());
        return checkpoint == null
                ? stream.iterator(shard, ShardIteratorType.TRIM_HORIZON, null)
                : stream.iterator(shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, checkpoint);
    }
}
