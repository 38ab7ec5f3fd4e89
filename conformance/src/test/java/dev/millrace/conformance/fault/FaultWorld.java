package dev.millrace.conformance.fault;

import dev.millrace.engine.Engine;
import dev.millrace.engine.EngineOptions;
import dev.millrace.engine.shard.ShardOptions;
import dev.millrace.engine.verify.StoreVerifier;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.GetItemRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.TableOptions;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.request.TransactWriteItemsRequest;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.store.Durability;
import dev.millrace.store.Store;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// One table with a stream and an index on a store that the test has in its hand.
final class FaultWorld {
    static final String TABLE = "faults";
    private static final String KEY = "id";
    private static final String VERSION = "version";
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");

    private final Store store;
    private Engine engine;
    private Instant now = START;

    FaultWorld(Store store) {
        this.store = store;
        this.engine = open();
    }

    /// Creates the table.
    void create() {
        engine.createTable()
                .execute(
                        new CreateTableRequest(
                                TABLE,
                                List.of(
                                        new AttributeDefinition(KEY, ScalarType.S),
                                        new AttributeDefinition(VERSION, ScalarType.N)),
                                List.of(new KeySchemaElement(KEY, KeyType.HASH)),
                                BillingMode.PAY_PER_REQUEST,
                                null,
                                new StreamSpecification(true, StreamViewType.NEW_AND_OLD_IMAGES),
                                TableOptions.NONE,
                                List.of(),
                                null,
                                null,
                                List.of(index())));
    }

    /// Whether writes are taken.
    boolean isWritable() {
        return engine.inside().health().isWritable();
    }

    /// Writes these keys with a version in one transaction, or deletes them if it is 0.
    void write(List<String> keys, long version) {
        engine.transactWriteItems()
                .execute(
                        new TransactWriteItemsRequest(
                                keys.stream().map(key -> action(key, version)).toList(),
                                null,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
    }

    /// The version of an item; 0 if there is none.
    long version(String key) {
        Item item =
                engine.getItem()
                        .execute(
                                new GetItemRequest(
                                        TABLE,
                                        key(key),
                                        true,
                                        null,
                                        ExpressionAttributes.NONE,
                                        ReturnConsumedCapacity.NONE))
                        .item();
        return versionOf(item);
    }

    /// The version that an image has; 0 for none.
    static long versionOf(@Nullable Item image) {
        return image != null && image.get(VERSION) instanceof AttributeValue.N(Decimal number)
                ? number.number().longValueExact()
                : 0;
    }

    /// Lets time pass, with what falls due.
    void live(Duration time) {
        engine.schedule().advance(now.plus(time), moment -> now = moment);
    }

    /// Opens the engine again, as after the end of the process.
    void restart() {
        engine.close();
        engine = open();
    }

    /// Closes the engine, which is as good as a crash: it leaves nothing to be written.
    void close() {
        engine.close();
    }

    /// Opens the engine, after [#close].
    void reopen() {
        engine = open();
    }

    /// What contradicts what in the store.
    List<String> violations() {
        return StoreVerifier.verify(store).violations();
    }

    private Engine open() {
        return Engine.open(
                new EngineOptions(
                                "us-east-1",
                                "000000000000",
                                Durability.SYNC,
                                () -> now,
                                new Random(7),
                                Thread.ofPlatform().name("sequencer").factory())
                        .withShards(ShardOptions.DEFAULT),
                store);
    }

    private static IndexSpecification index() {
        return new IndexSpecification(
                "by-version",
                List.of(new KeySchemaElement(VERSION, KeyType.HASH)),
                IndexProjection.ALL,
                null,
                null,
                null);
    }

    private static TransactWrite action(String key, long version) {
        return version == 0
                ? new TransactWrite.Delete(
                        TABLE,
                        key(key),
                        null,
                        ExpressionAttributes.NONE,
                        ReturnValuesOnConditionCheckFailure.NONE)
                : new TransactWrite.Put(
                        TABLE,
                        item(key, version),
                        null,
                        ExpressionAttributes.NONE,
                        ReturnValuesOnConditionCheckFailure.NONE);
    }

    private static Item key(String key) {
        return Item.of(Map.of(KEY, new AttributeValue.S(key)));
    }

    private static Item item(String key, long version) {
        return Item.of(
                Map.of(
                        KEY,
                        new AttributeValue.S(key),
                        VERSION,
                        new AttributeValue.N(Decimal.of(version))));
    }
}
