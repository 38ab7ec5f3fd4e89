package dev.millrace.testkit.invariant;

import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.testkit.stream.ShardContent;
import dev.millrace.testkit.stream.StreamContent;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The invariant that sequence numbers strictly increase inside a shard, lie within the shard's
/// range, and are larger in a child than in its parent; and that no event occurs twice (source:
/// streams-api reference, section 2).
public final class SequenceNumbersIncreaseWithinShard {
    private static final Pattern SEQUENCE_NUMBER = Pattern.compile("[1-9][0-9]{20,39}");

    private final Map<String, BigInteger> lastOfShard = new HashMap<>();
    private final Set<String> eventIds = new HashSet<>();
    private final List<String> violations = new ArrayList<>();

    private SequenceNumbersIncreaseWithinShard() {}

    /// What contradicts the invariant; empty if it holds.
    public static List<String> violations(StreamContent stream) {
        SequenceNumbersIncreaseWithinShard check = new SequenceNumbersIncreaseWithinShard();
        stream.shards().forEach(check::check);
        return check.violations;
    }

    private void check(ShardContent content) {
        ShardDescription shard = content.shard();
        BigInteger last = endOfParent(shard.parentShardId());
        BigInteger start = number(shard, shard.startingSequenceNumber());
        require(start.compareTo(last) >= 0, shard, "starts before its parent's last record");
        for (StreamRecord record : content.records()) {
            BigInteger current = number(shard, record.sequenceNumber());
            require(current.compareTo(last) > 0, shard, current + " does not follow " + last);
            require(current.compareTo(start) >= 0, shard, current + " is below the start");
            require(eventIds.add(record.eventId()), shard, record.eventId() + " occurs twice");
            last = current;
        }
        if (shard.endingSequenceNumber() != null) {
            BigInteger end = number(shard, shard.endingSequenceNumber());
            require(last.compareTo(end) <= 0, shard, last + " is beyond the end " + end);
        }
        lastOfShard.put(shard.shardId(), last);
    }

    // An empty shard stands for the last number of its own parent; a trimmed one for zero.
    private BigInteger endOfParent(@Nullable String parentShardId) {
        return parentShardId == null
                ? BigInteger.ZERO
                : lastOfShard.getOrDefault(parentShardId, BigInteger.ZERO);
    }

    private BigInteger number(ShardDescription shard, String text) {
        boolean isWellFormed = SEQUENCE_NUMBER.matcher(text).matches();
        require(isWellFormed, shard, "'" + text + "' is no sequence number");
        return isWellFormed ? new BigInteger(text) : BigInteger.ZERO;
    }

    private void require(boolean holds, ShardDescription shard, String violation) {
        if (!holds) {
            violations.add(
                    "SequenceNumbersIncreaseWithinShard: " + shard.shardId() + ": " + violation);
        }
    }
}
