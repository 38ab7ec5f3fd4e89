package dev.millrace.triggers.run;

import dev.millrace.engine.Engine;
import dev.millrace.engine.EngineOptions;
import dev.millrace.engine.TableBehaviour;
import dev.millrace.engine.backfill.BackfillPace;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.operation.RollShards;
import dev.millrace.engine.operation.SplitShard;
import dev.millrace.engine.operation.TrimStream;
import dev.millrace.engine.schedule.Driving;
import dev.millrace.engine.shard.ShardOptions;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.store.Durability;
import dev.millrace.store.memory.InMemoryStore;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// A real engine in memory whose time and shards are in the simulation's hands, with a table whose
/// every change is a new number.
final class SimulatedWorld implements AutoCloseable {
    static final int KEYS = 12;
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
    private static final int SHARDS_MAX = 40;

    private final InMemoryStore store = new InMemoryStore(Keyspace.families());
    private final Random random;
    private Instant now = START;
    private Engine engine;
    private final String streamArn;
    private int lastNumber;

    SimulatedWorld(Random random) {
        this.random = random;
        this.engine = open();
        this.streamArn = Objects.requireNonNull(createTable("t", true));
        createTable("counts", false);
    }

    Engine engine() {
        return engine;
    }

    String streamArn() {
        return streamArn;
    }

    Instant now() {
        return now;
    }

    /// Lets time pass; what falls due on the way is done at its own moment.
    void live(Duration time) {
        engine.schedule().advance(now.plus(time), moment -> now = moment);
    }

    /// Closes the engine and opens it again.
    void restart() {
        engine.close();
        engine = open();
    }

    /// Changes an item; gives the number that its record shows.
    int write(int key) {
        int number = lastNumber++;
        Item item =
                Item.of(
                        Map.of(
                                "pk",
                                new AttributeValue.S("k" + key),
                                "v",
                                new AttributeValue.N(Decimal.of(number))));
        engine.putItem()
                .execute(
                        new PutItemRequest(
                                "t",
                                item,
                                null,
                                ExpressionAttributes.NONE,
                                ReturnValues.NONE,
                                ReturnValuesOnConditionCheckFailure.NONE,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
        return number;
    }

    void roll() {
        ShardDescription shard = anyOpen();
        if (shard != null) {
            engine.shards().roll().execute(new RollShards.Request(streamArn, shard.shardId()));
        }
    }

    void split() {
        ShardDescription shard = anyOpen();
        if (shard != null) {
            engine.shards()
                    .split()
                    .execute(new SplitShard.Request(streamArn, shard.shardId(), null));
        }
    }

    /// Trims what was written before a moment.
    void trim(Instant before) {
        engine.shards().trim().execute(new TrimStream.Request(streamArn, before));
    }

    private @Nullable ShardDescription anyOpen() {
        List<ShardDescription> shards =
                engine.describeStream()
                        .execute(new DescribeStreamRequest(streamArn, null, 100))
                        .streamDescription()
                        .shards();
        List<ShardDescription> open =
                shards.stream().filter(shard -> shard.endingSequenceNumber() == null).toList();
        return open.isEmpty() || shards.size() > SHARDS_MAX
                ? null
                : open.get(random.nextInt(open.size()));
    }

    private Engine open() {
        return Engine.open(
                new EngineOptions(
                        "us-east-1",
                        "000000000000",
                        Durability.RELAXED,
                        () -> now,
                        random,
                        Thread.ofPlatform().name("sequencer").factory(),
                        Driving.BY_CALLS,
                        ShardOptions.DEFAULT,
                        false,
                        TableBehaviour.DEFAULT,
                        BackfillPace.UNHINDERED),
                store);
    }

    private @Nullable String createTable(String name, boolean streams) {
        return engine.createTable()
                .execute(
                        new CreateTableRequest(
                                name,
                                List.of(new AttributeDefinition("pk", ScalarType.S)),
                                List.of(new KeySchemaElement("pk", KeyType.HASH)),
                                BillingMode.PAY_PER_REQUEST,
                                null,
                                streams
                                        ? new StreamSpecification(true, StreamViewType.NEW_IMAGE)
                                        : null))
                .tableDescription()
                .latestStreamArn();
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
