package dev.millrace.engine;

import dev.millrace.engine.backfill.BackfillPace;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.schedule.Driving;
import dev.millrace.engine.shard.ShardOptions;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.request.DescribeTableRequest;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.GetItemRequest;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.request.GetShardIteratorRequest;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.ShardIteratorType;
import dev.millrace.model.stream.StreamDescription;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.Durability;
import dev.millrace.store.Store;
import dev.millrace.store.memory.InMemoryStore;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// An engine on an in-memory store and a clock that only tests move, with short forms of the usual
/// requests.
public final class EngineFixture implements AutoCloseable {
    /// The moment at which every fixture starts.
    public static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private final Store store;
    private final ShardOptions shards;
    private final boolean limits;
    private final TableBehaviour behaviour;
    private final BackfillPace backfillPace;
    private final EngineBounds bounds;
    private Instant now = START;
    private Engine engine;

    public EngineFixture() {
        this(new InMemoryStore(Keyspace.families()));
    }

    public EngineFixture(Store store) {
        this(store, ShardOptions.DEFAULT);
    }

    public EngineFixture(Store store, ShardOptions shards) {
        this(store, shards, false);
    }

    public EngineFixture(Store store, ShardOptions shards, boolean limits) {
        this(
                store,
                shards,
                limits,
                TableBehaviour.DEFAULT,
                BackfillPace.UNHINDERED,
                EngineBounds.NONE);
    }

    public EngineFixture(Store store, TableBehaviour behaviour) {
        this(
                store,
                ShardOptions.DEFAULT,
                false,
                behaviour,
                BackfillPace.UNHINDERED,
                EngineBounds.NONE);
    }

    /// A fixture that takes on no more than `bounds` at a time.
    public EngineFixture(EngineBounds bounds) {
        this(
                new InMemoryStore(Keyspace.families()),
                ShardOptions.DEFAULT,
                false,
                TableBehaviour.DEFAULT,
                BackfillPace.UNHINDERED,
                bounds);
    }

    /// A fixture whose backfills go on as `backfillPace` lets them.
    public EngineFixture(Store store, BackfillPace backfillPace) {
        this(
                store,
                ShardOptions.DEFAULT,
                false,
                TableBehaviour.DEFAULT,
                backfillPace,
                EngineBounds.NONE);
    }

    private EngineFixture(
            Store store,
            ShardOptions shards,
            boolean limits,
            TableBehaviour behaviour,
            BackfillPace backfillPace,
            EngineBounds bounds) {
        this.store = store;
        this.shards = shards;
        this.limits = limits;
        this.behaviour = behaviour;
        this.backfillPace = backfillPace;
        this.bounds = bounds;
        this.engine = open();
    }

    private Engine open() {
        InstantSource clock = () -> now;
        return Engine.open(
                new EngineOptions(
                        "us-east-1",
                        "000000000000",
                        Durability.SYNC,
                        clock,
                        new Random(7),
                        Thread.ofPlatform().name("sequencer").factory(),
                        Driving.BY_CALLS,
                        shards,
                        limits,
                        behaviour,
                        backfillPace,
                        bounds),
                store);
    }

    public Engine engine() {
        return engine;
    }

    public Store store() {
        return store;
    }

    /// Sets the clock forward, as if the engine had slept meanwhile.
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /// Lets time pass while the engine does what falls due.
    public void live(Duration time) {
        engine.schedule().advance(now.plus(time), moment -> now = moment);
    }

    /// The present moment of the engine's clock.
    public Instant now() {
        return now;
    }

    /// Closes the engine and opens another on the same store.
    public void reopen() {
        engine.close();
        engine = open();
    }

    /// Creates an on-demand table whose partition key is the string `pk`.
    public TableDescription createTable(String name, @Nullable StreamViewType view) {
        engine.createTable()
                .execute(
                        new CreateTableRequest(
                                name,
                                List.of(new AttributeDefinition("pk", ScalarType.S)),
                                List.of(new KeySchemaElement("pk", KeyType.HASH)),
                                BillingMode.PAY_PER_REQUEST,
                                null,
                                view == null ? null : new StreamSpecification(true, view)));
        return describe(name);
    }

    public TableDescription describe(String name) {
        return engine.describeTable().execute(new DescribeTableRequest(name)).table();
    }

    public TableDescription switchStream(String name, @Nullable StreamViewType view) {
        return engine.updateTable()
                .execute(
                        new UpdateTableRequest(
                                name, null, null, new StreamSpecification(view != null, view)))
                .tableDescription();
    }

    public void put(String table, String key, String value) {
        put(table, Item.of(Map.of("pk", text(key), "v", text(value))));
    }

    public void put(String table, Item item) {
        engine.putItem()
                .execute(
                        new PutItemRequest(
                                table,
                                item,
                                null,
                                ExpressionAttributes.NONE,
                                ReturnValues.NONE,
                                ReturnValuesOnConditionCheckFailure.NONE,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
    }

    public @Nullable Item get(String table, String key) {
        return engine.getItem()
                .execute(
                        new GetItemRequest(
                                table,
                                Item.of(Map.of("pk", text(key))),
                                true,
                                null,
                                ExpressionAttributes.NONE,
                                ReturnConsumedCapacity.NONE))
                .item();
    }

    public StreamDescription describeStream(String arn) {
        return engine.describeStream()
                .execute(new DescribeStreamRequest(arn, null, 10_000))
                .streamDescription();
    }

    public String iterator(
            String arn, ShardDescription shard, ShardIteratorType type, @Nullable String number) {
        return engine.getShardIterator()
                .execute(new GetShardIteratorRequest(arn, shard.shardId(), type, number))
                .shardIterator();
    }

    public GetRecordsResponse records(String iterator, int limit) {
        return engine.getRecords().execute(new GetRecordsRequest(iterator, limit));
    }

    /// All records of a stream, shard by shard.
    public List<StreamRecord> recordsOf(String table) {
        String arn = Objects.requireNonNull(describe(table).latestStreamArn());
        List<StreamRecord> all = new ArrayList<>();
        for (ShardDescription shard : describeStream(arn).shards()) {
            String iterator = iterator(arn, shard, ShardIteratorType.TRIM_HORIZON, null);
            all.addAll(records(iterator, 1_000).records());
        }
        return all;
    }

    public static AttributeValue text(String value) {
        return new AttributeValue.S(value);
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
