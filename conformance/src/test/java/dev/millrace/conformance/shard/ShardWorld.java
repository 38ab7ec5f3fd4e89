package dev.millrace.conformance.shard;

import dev.millrace.engine.Engine;
import dev.millrace.engine.EngineOptions;
import dev.millrace.engine.TableBehaviour;
import dev.millrace.engine.backfill.BackfillPace;
import dev.millrace.engine.schedule.Driving;
import dev.millrace.engine.shard.ShardOptions;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.DeleteItemRequest;
import dev.millrace.model.request.DescribeTableRequest;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.GetItemRequest;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.UpdateTableRequest;
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
import dev.millrace.store.Store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One table with a stream of both images, in an engine whose time is told what to do.
final class ShardWorld implements AutoCloseable {
    static final String TABLE = "world";
    private static final String KEY = "id";
    private static final int KEYS = 40;
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
    private static final long SECRET_SEED = 7;

    private final Supplier<Store> stores;
    private Store store;
    private Engine engine;
    private Instant now = START;
    private long versions;

    ShardWorld(Supplier<Store> stores) {
        this.stores = stores;
        store = stores.get();
        engine = open();
        createTable();
    }

    Engine engine() {
        return engine;
    }

    Instant now() {
        return now;
    }

    /// Lets time pass; what falls due on the way is done at its own moment.
    void live(Duration time) {
        engine.schedule().advance(now.plus(time), moment -> now = moment);
    }

    /// Closes engine and store, and opens both again.
    void restart() {
        close();
        store = stores.get();
        engine = open();
    }

    /// Writes or deletes one item.
    void write(Random random) {
        Item key = key(random.nextInt(KEYS));
        if (random.nextInt(5) == 0) {
            delete(key);
        } else {
            put(key);
        }
    }

    /// The items as they are now.
    List<Item> items() {
        return IntStream.range(0, KEYS)
                .mapToObj(number -> engine.getItem().execute(get(key(number))).item())
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /// The ARN of the table's latest stream.
    String streamArn() {
        return Objects.requireNonNull(
                engine.describeTable()
                        .execute(new DescribeTableRequest(TABLE))
                        .table()
                        .latestStreamArn());
    }

    /// Turns the stream off, or a new one on.
    void switchStream(boolean on) {
        engine.updateTable()
                .execute(
                        new UpdateTableRequest(
                                TABLE,
                                null,
                                null,
                                new StreamSpecification(
                                        on, on ? StreamViewType.NEW_AND_OLD_IMAGES : null)));
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }

    private Engine open() {
        return Engine.open(
                new EngineOptions(
                        "us-east-1",
                        "000000000000",
                        Durability.RELAXED,
                        () -> now,
                        new Random(SECRET_SEED),
                        Thread.ofPlatform().name("sequencer").factory(),
                        Driving.BY_CALLS,
                        ShardOptions.DEFAULT,
                        false,
                        TableBehaviour.DEFAULT,
                        BackfillPace.UNHINDERED),
                store);
    }

    private void createTable() {
        engine.createTable()
                .execute(
                        new CreateTableRequest(
                                TABLE,
                                List.of(new AttributeDefinition(KEY, ScalarType.S)),
                                List.of(new KeySchemaElement(KEY, KeyType.HASH)),
                                BillingMode.PAY_PER_REQUEST,
                                null,
                                new StreamSpecification(true, StreamViewType.NEW_AND_OLD_IMAGES)));
    }

    private void put(Item key) {
        AttributeValue version = new AttributeValue.N(Decimal.of(++versions));
        Item item = Item.of(Map.of(KEY, Objects.requireNonNull(key.get(KEY)), "version", version));
        engine.putItem()
                .execute(
                        new PutItemRequest(
                                TABLE,
                                item,
                                null,
                                ExpressionAttributes.NONE,
                                ReturnValues.NONE,
                                ReturnValuesOnConditionCheckFailure.NONE,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
    }

    private void delete(Item key) {
        engine.deleteItem()
                .execute(
                        new DeleteItemRequest(
                                TABLE,
                                key,
                                null,
                                ExpressionAttributes.NONE,
                                ReturnValues.NONE,
                                ReturnValuesOnConditionCheckFailure.NONE,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
    }

    private static GetItemRequest get(Item key) {
        return new GetItemRequest(
                TABLE, key, true, null, ExpressionAttributes.NONE, ReturnConsumedCapacity.NONE);
    }

    private static Item key(int number) {
        return Item.of(Map.of(KEY, new AttributeValue.S("key-" + number)));
    }
}
