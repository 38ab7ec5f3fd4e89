package dev.millrace.triggers.run;

import dev.millrace.engine.Engine;
import dev.millrace.engine.EngineOptions;
import dev.millrace.engine.TableBehaviour;
import dev.millrace.engine.backfill.BackfillPace;
import dev.millrace.engine.commit.SequencerStoppedException;
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
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.request.TransactWriteItemsRequest;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;

/// A real engine in memory whose threads, time and shards are in the simulation's hands, with a
/// table whose every change is a new number.
final class SimulatedWorld implements AutoCloseable {
    static final int KEYS = 12;
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
    private static final int SHARDS_MAX = 40;

    private final InMemoryStore store = new InMemoryStore(Keyspace.families());
    private final Random random;
    private final ThreadFactory threads;
    private final SimulatedLedger ledger;
    private final Map<Integer, Thread> writers = new TreeMap<>();
    private Instant now = START;
    private Engine engine;
    private final String streamArn;
    private int lastNumber;

    SimulatedWorld(Random random, ThreadFactory threads, SimulatedLedger ledger) {
        this.random = random;
        this.threads = threads;
        this.ledger = ledger;
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

    /// Has a client begin to change some items, all in one transaction if there are several. Each
    /// change has a number of its own, which its record shows. Nobody else changes the same items
    /// meanwhile.
    void write(int count) {
        writers.values().removeIf(writer -> !writer.isAlive());
        Map<Integer, Integer> numbers = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            int key = random.nextInt(KEYS);
            if (!writers.containsKey(key) && !numbers.containsKey(key)) {
                numbers.put(key, lastNumber);
                ledger.written(lastNumber++, key, now);
            }
        }
        if (!numbers.isEmpty()) {
            Engine server = engine;
            Thread writer = threads.newThread(() -> write(server, numbers));
            numbers.keySet().forEach(key -> writers.put(key, writer));
            writer.start();
        }
    }

    /// Waits until nobody writes.
    void awaitWriters() {
        writers.values().forEach(SimulatedWorld::join);
        writers.clear();
    }

    private static void join(Thread writer) {
        try {
            writer.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void write(Engine server, Map<Integer, Integer> numbers) {
        try {
            if (numbers.size() == 1) {
                numbers.forEach((key, number) -> put(server, item(key, number)));
            } else {
                putAll(server, numbers);
            }
        } catch (SequencerStoppedException _) {
            // It came after the end of this server, which has not carried it out.
            ledger.givenUp(List.copyOf(numbers.values()));
        }
    }

    private static void put(Engine server, Item item) {
        server.putItem()
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
    }

    private static void putAll(Engine server, Map<Integer, Integer> numbers) {
        List<TransactWrite> puts = new ArrayList<>();
        numbers.forEach((key, number) ->
                puts.add(
                        new TransactWrite.Put(
                                "t",
                                item(key, number),
                                null,
                                ExpressionAttributes.NONE,
                                ReturnValuesOnConditionCheckFailure.NONE)));
        server.transactWriteItems()
                .execute(
                        new TransactWriteItemsRequest(
                                puts,
                                null,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
    }

    private static Item item(int key, int number) {
        return Item.of(
                Map.of(
                        "pk",
                        new AttributeValue.S("k" + key),
                        "v",
                        new AttributeValue.N(Decimal.of(number))));
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
                        threads,
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
