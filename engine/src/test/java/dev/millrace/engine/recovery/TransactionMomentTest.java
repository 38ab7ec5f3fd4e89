package dev.millrace.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.Engine;
import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.EngineOptions;
import dev.millrace.engine.catalog.CatalogRows;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.history.AsOfCursor;
import dev.millrace.engine.history.TableAsOf;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.request.TransactWriteItemsRequest;
import dev.millrace.model.request.UpdateContinuousBackupsRequest;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.value.Item;
import dev.millrace.store.Durability;
import dev.millrace.store.Store;
import dev.millrace.store.memory.InMemoryStore;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// No moment that can be restored has a part of a transaction, however slowly it is carried out.
class TransactionMomentTest {
    private static final int ITEMS = 10;

    private final AtomicLong millis = new AtomicLong(EngineFixture.START.toEpochMilli());
    private final Store store = new InMemoryStore(Keyspace.families());

    @Test
    void everyMillisecondHasAllOfATransactionOrNothing() {
        try (store;
                Engine engine = Engine.open(options(), store)) {
            engine.createTable().execute(table());
            engine.backups()
                    .updateContinuousBackups()
                    .execute(new UpdateContinuousBackupsRequest("t", true, null));
            long begin = millis.get();
            engine.transactWriteItems().execute(transaction());
            long end = millis.get();

            for (long moment = begin; moment <= end; moment++) {
                assertThat(itemsAt(moment)).isIn(0, ITEMS);
            }
            assertThat(itemsAt(begin - 1)).isZero();
            assertThat(itemsAt(end)).isEqualTo(ITEMS);
        }
    }

    private int itemsAt(long moment) {
        Table table = CatalogRows.load(store).table("t").orElseThrow();
        TableAsOf asOf =
                new TableAsOf(
                        table.id(),
                        Objects.requireNonNull(table.past().history()),
                        HybridClock.lastOf(moment));
        int items = 0;
        try (AsOfCursor cursor = asOf.open(store, null)) {
            while (cursor.next()) {
                items += cursor.row() == null ? 0 : 1;
            }
        }
        return items;
    }

    // Each look at the clock takes a millisecond.
    private EngineOptions options() {
        return new EngineOptions(
                "us-east-1",
                "000000000000",
                Durability.RELAXED,
                () -> Instant.ofEpochMilli(millis.getAndIncrement()),
                new Random(7),
                Thread.ofPlatform().name("sequencer").factory());
    }

    private static TransactWriteItemsRequest transaction() {
        return new TransactWriteItemsRequest(
                IntStream.range(0, ITEMS).mapToObj(TransactionMomentTest::put).toList(),
                null,
                ReturnConsumedCapacity.NONE,
                ReturnItemCollectionMetrics.NONE);
    }

    private static TransactWrite put(int number) {
        return new TransactWrite.Put(
                "t",
                Item.of(Map.of("pk", EngineFixture.text("key-" + number))),
                null,
                ExpressionAttributes.NONE,
                ReturnValuesOnConditionCheckFailure.NONE);
    }

    private static CreateTableRequest table() {
        return new CreateTableRequest(
                "t",
                List.of(new AttributeDefinition("pk", ScalarType.S)),
                List.of(new KeySchemaElement("pk", KeyType.HASH)),
                BillingMode.PAY_PER_REQUEST,
                null,
                null);
    }
}
