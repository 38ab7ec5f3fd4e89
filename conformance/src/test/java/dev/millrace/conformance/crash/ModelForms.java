package dev.millrace.conformance.crash;

import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;

import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;

import java.util.Map;
import java.util.TreeMap;

/// What the SDK reads, in the types that the invariants of the test kit are told in. Of the value
/// types only those that the test writes.
final class ModelForms {
    /// The key of the test's table.
    static final KeySchema KEY_SCHEMA =
            new KeySchema(
                    new KeyAttribute(CrashTable.KEY, ScalarType.S),
                    new KeyAttribute(CrashTable.SORT_KEY, ScalarType.S));

    private ModelForms() {}

    /// An item.
    static Item item(
            Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> read) {
        Map<String, AttributeValue> attributes = new TreeMap<>();
        read.forEach((name, value) -> attributes.put(name, value(value)));
        return Item.of(attributes);
    }

    /// A shard.
    static ShardDescription shard(Shard read) {
        return new ShardDescription(
                read.shardId(),
                read.parentShardId(),
                read.sequenceNumberRange().startingSequenceNumber(),
                read.sequenceNumberRange().endingSequenceNumber());
    }

    /// A record.
    static StreamRecord record(Record read) {
        software.amazon.awssdk.services.dynamodb.model.StreamRecord change = read.dynamodb();
        return new StreamRecord(
                read.eventID(),
                EventName.valueOf(read.eventNameAsString()),
                read.awsRegion(),
                change.approximateCreationDateTime().getEpochSecond(),
                item(change.keys()),
                change.hasNewImage() ? item(change.newImage()) : null,
                change.hasOldImage() ? item(change.oldImage()) : null,
                change.sequenceNumber(),
                change.sizeBytes(),
                StreamViewType.valueOf(change.streamViewTypeAsString()),
                read.userIdentity() != null);
    }

    private static AttributeValue value(
            software.amazon.awssdk.services.dynamodb.model.AttributeValue read) {
        return switch (read.type()) {
            case S -> new AttributeValue.S(read.s());
            case N -> new AttributeValue.N(Decimal.parse(read.n()));
            case B, SS, NS, BS, BOOL, NUL, L, M, UNKNOWN_TO_SDK_VERSION ->
                    throw new IllegalArgumentException("a type that the test never writes");
        };
    }
}
