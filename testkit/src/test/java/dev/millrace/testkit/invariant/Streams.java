package dev.millrace.testkit.invariant;

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
import dev.millrace.testkit.stream.ShardContent;
import dev.millrace.testkit.stream.StreamContent;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/// Small streams for tests: items have a key `id1` and a number `n1`.
final class Streams {
    private static final BigInteger ORIGIN = BigInteger.TEN.pow(20);

    private Streams() {}

    static StreamContent of(ShardContent... shards) {
        return new StreamContent(
                "arn",
                new KeySchema(new KeyAttribute("id1", ScalarType.S), null),
                StreamViewType.NEW_AND_OLD_IMAGES,
                List.of(shards));
    }

    /// A shard whose range begins at `start`, which is open unless it has an `end`.
    static ShardContent shard(
            String id,
            @Nullable String parent,
            long start,
            @Nullable Long end,
            StreamRecord... records) {
        return new ShardContent(
                new ShardDescription(
                        id,
                        parent,
                        sequenceNumber(start),
                        end == null ? null : sequenceNumber(end)),
                List.of(records));
    }

    static StreamRecord insert(long sequence, Item item) {
        return record(sequence, EventName.INSERT, item, item, null);
    }

    static StreamRecord modify(long sequence, Item before, Item after) {
        return record(sequence, EventName.MODIFY, after, after, before);
    }

    static StreamRecord remove(long sequence, Item before) {
        return record(sequence, EventName.REMOVE, before, null, before);
    }

    static Item item(String id, long number) {
        return Item.of(
                Map.of(
                        "id1", new AttributeValue.S(id),
                        "n1", new AttributeValue.N(Decimal.of(number))));
    }

    private static StreamRecord record(
            long sequence,
            EventName eventName,
            Item keyed,
            @Nullable Item newImage,
            @Nullable Item oldImage) {
        AttributeValue id = keyed.attributes().getOrDefault("id1", new AttributeValue.Null());
        return new StreamRecord(
                "%032x".formatted(sequence),
                eventName,
                "local",
                0,
                Item.of(Map.of("id1", id)),
                newImage,
                oldImage,
                sequenceNumber(sequence),
                0,
                StreamViewType.NEW_AND_OLD_IMAGES,
                false);
    }

    private static String sequenceNumber(long value) {
        return ORIGIN.add(BigInteger.valueOf(value)).toString();
    }
}
