package dev.millrace.cli.demo;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// The items that a stream's records add up to, made by applying one record after another, each
/// checked against what came before it: its old image must be the item as the records so far leave
/// it, and sequence numbers must grow within a shard and from a parent to its child. For one
/// thread.
final class StreamReplay {

    private final Differences differences;
    private final SortedMap<String, ItemImage> items = new TreeMap<>();
    private final Map<String, BigInteger> lastSequenceNumbers = new HashMap<>();
    private ChangeCounts changes = ChangeCounts.NONE;
    private long records;

    /// A replay that notes in `differences` what does not follow.
    StreamReplay(Differences differences) {
        this.differences = differences;
    }

    /// Applies the next record of `shard`, whose parent's records must all have been applied.
    void apply(Shard shard, Record record) {
        StreamRecord change = record.dynamodb();
        String key = key(change);
        checkSequence(shard, change.sequenceNumber(), key);
        ItemImage before = change.hasOldImage() ? ItemImage.of(change.oldImage()) : null;
        ItemImage after = change.hasNewImage() ? ItemImage.of(change.newImage()) : null;
        checkBefore(key, before);
        count(record, before, after);
        records++;
        if (after == null) {
            items.remove(key);
        } else {
            items.put(key, after);
        }
    }

    /// The items by their keys.
    SortedMap<String, ItemImage> items() {
        return Collections.unmodifiableSortedMap(items);
    }

    /// How many records have been applied.
    long records() {
        return records;
    }

    /// How many records have been applied of each kind.
    ChangeCounts changes() {
        return changes;
    }

    private static String key(StreamRecord change) {
        AttributeValue path = change.keys().get(ItemAttributes.PATH);
        return path == null || path.s() == null ? "" : path.s();
    }

    private void checkSequence(Shard shard, String sequenceNumber, String key) {
        BigInteger number = new BigInteger(sequenceNumber);
        BigInteger last = lastSequenceNumbers.get(shard.shardId());
        if (last == null && shard.parentShardId() != null) {
            last = lastSequenceNumbers.get(shard.parentShardId());
        }
        if (last != null && number.compareTo(last) <= 0) {
            differences.add(
                    "the record of "
                            + key
                            + " numbered "
                            + number
                            + " comes after "
                            + last
                            + " in shard "
                            + shard.shardId());
        }
        lastSequenceNumbers.put(shard.shardId(), number);
    }

    private void checkBefore(String key, @Nullable ItemImage before) {
        ItemImage replayed = items.get(key);
        if (!Objects.equals(before, replayed)) {
            differences.add(
                    "a record says that "
                            + key
                            + " was "
                            + text(before)
                            + " before, but the records before it leave "
                            + text(replayed));
        }
    }

    private void count(Record record, @Nullable ItemImage before, @Nullable ItemImage after) {
        OperationType expected = kind(before, after);
        if (record.eventName() != expected) {
            differences.add(
                    "a record is named "
                            + record.eventNameAsString()
                            + " although its images make it "
                            + expected);
        }
        changes =
                switch (record.eventName()) {
                    case INSERT -> changes.plusPut();
                    case MODIFY -> changes.plusUpdate();
                    case REMOVE -> changes.plusDelete();
                    case UNKNOWN_TO_SDK_VERSION -> changes;
                };
    }

    private static OperationType kind(@Nullable ItemImage before, @Nullable ItemImage after) {
        if (after == null) {
            return OperationType.REMOVE;
        }
        return before == null ? OperationType.INSERT : OperationType.MODIFY;
    }

    private static String text(@Nullable ItemImage image) {
        return image == null ? "missing" : image.attributes().toString();
    }
}
