package dev.millrace.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.keyspace.ExpiryKeys;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.TableOptions;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Store;
import dev.millrace.store.WriteBatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

class StoreVerifierTest {
    private static final int ITEMS = 5;
    private static final int TABLE_ID = 1;

    private final EngineFixture fixture = new EngineFixture();

    @BeforeEach
    void fill() {
        fixture.engine()
                .createTable()
                .execute(
                        new CreateTableRequest(
                                "t",
                                List.of(
                                        new AttributeDefinition("pk", ScalarType.S),
                                        new AttributeDefinition("v", ScalarType.S)),
                                List.of(new KeySchemaElement("pk", KeyType.HASH)),
                                BillingMode.PAY_PER_REQUEST,
                                null,
                                new StreamSpecification(true, StreamViewType.NEW_AND_OLD_IMAGES),
                                TableOptions.NONE,
                                List.of(),
                                null,
                                null,
                                List.of(
                                        new IndexSpecification(
                                                "by-v",
                                                List.of(new KeySchemaElement("v", KeyType.HASH)),
                                                IndexProjection.ALL,
                                                null,
                                                null,
                                                null))));
        for (int i = 0; i < ITEMS; i++) {
            fixture.put("t", item("key-" + i, "value"));
        }
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatTheEngineWroteIsSound() {
        VerificationReport report = StoreVerifier.verify(fixture.store());
        assertThat(report.violations()).isEmpty();
        assertThat(report.counts())
                .containsEntry("items", (long) ITEMS)
                .containsEntry("index entries", (long) ITEMS)
                .containsEntry("stream records", (long) ITEMS);
    }

    @Test
    void anItemThatVanishedIsMissedByTotalsIndexAndStream() {
        WriteBatch batch = new WriteBatch().delete(Keyspace.ITEMS, first(Keyspace.ITEMS));
        assertThat(violationsAfter(batch))
                .hasSize(4)
                .anyMatch(sentence -> sentence.startsWith("table t: holds "))
                .anyMatch(sentence -> sentence.contains("should hold"))
                .anyMatch(sentence -> sentence.contains("should count"))
                .anyMatch(sentence -> sentence.contains("not what its latest record tells"));
    }

    @Test
    void anItemThatChangedIsNotWhatIndexAndStreamSay() {
        Item other = item("key-0", "other");
        byte[] key = keyOf("key-0");
        WriteBatch batch = new WriteBatch().put(Keyspace.ITEMS, key, RowValue.encode(other));
        assertThat(violationsAfter(batch))
                .anyMatch(sentence -> sentence.contains("is missing"))
                .anyMatch(sentence -> sentence.contains("not what its latest record tells"));
    }

    @Test
    void anItemAtTheWrongPlaceIsFound() {
        byte[] key = keyOf("key-0");
        WriteBatch batch =
                new WriteBatch()
                        .put(Keyspace.ITEMS, key, RowValue.encode(item("stranger", "value")));
        assertThat(violationsAfter(batch))
                .anyMatch(sentence -> sentence.contains("not where its key belongs"));
    }

    @Test
    void anIndexEntryThatVanishedIsFound() {
        WriteBatch batch = new WriteBatch().delete(Keyspace.INDEX, first(Keyspace.INDEX));
        assertThat(violationsAfter(batch))
                .anyMatch(sentence -> sentence.startsWith("index by-v of table t: the entry "));
    }

    @Test
    void anIndexEntryTooManyIsFound() {
        byte[] key = first(Keyspace.INDEX).clone();
        key[key.length - 3] = 'z';
        byte[] row = RowValue.encode(item("ghost", "value"));
        assertThat(violationsAfter(new WriteBatch().put(Keyspace.INDEX, key, row)))
                .anyMatch(sentence -> sentence.startsWith("index by-v of table t: holds "));
    }

    @Test
    void aRecordThatVanishedIsFoundWhereItWasTheLatestOfItsKey() {
        fixture.put("t", item("key-0", "later"));
        WriteBatch batch = new WriteBatch().delete(Keyspace.RECORDS, lastRecord());
        assertThat(violationsAfter(batch))
                .anyMatch(sentence -> sentence.contains("not what its latest record tells"));
    }

    @Test
    void aRecordOfNoShardIsFound() {
        byte[] row = value(Keyspace.RECORDS, first(Keyspace.RECORDS));
        byte[] stray = Keyspace.recordKey(77, 0, 1);
        assertThat(violationsAfter(new WriteBatch().put(Keyspace.RECORDS, stray, row)))
                .singleElement()
                .asString()
                .endsWith("of no shard");
    }

    @Test
    void anExpiryRowOfNoItemIsFound() {
        byte[] row = ExpiryKeys.key(keyOf("nobody"), 12);
        assertThat(violationsAfter(new WriteBatch().put(Keyspace.EXPIRY, row, new byte[0])))
                .singleElement()
                .asString()
                .endsWith("of no item");
    }

    @Test
    void totalsThatLieAreFound() {
        WriteBatch batch =
                new WriteBatch().put(Keyspace.META, Keyspace.statisticsKey(TABLE_ID), new byte[16]);
        assertThat(violationsAfter(batch)).singleElement().asString().startsWith("table t: holds");
    }

    @Test
    void aShardThatVanishedFromTheCatalogIsFound() {
        WriteBatch batch = new WriteBatch().delete(Keyspace.META, Keyspace.shardKey(1, 0));
        assertThat(violationsAfter(batch))
                .anyMatch(sentence ->
                        sentence.endsWith("open shards are not those of the table's partitions"));
    }

    @Test
    void aRowThatCannotBeReadIsToldOf() {
        WriteBatch batch =
                new WriteBatch().put(Keyspace.ITEMS, first(Keyspace.ITEMS), new byte[] {99});
        assertThat(violationsAfter(batch))
                .singleElement()
                .asString()
                .startsWith("a row cannot be read: item row has no known format byte");
    }

    private List<String> violationsAfter(WriteBatch sabotage) {
        fixture.store().write(sabotage, Durability.SYNC);
        return StoreVerifier.verify(fixture.store()).violations();
    }

    private byte[] first(Family family) {
        Store store = fixture.store();
        try (Cursor rows = store.scan(family, KeyRange.all(), Direction.ASCENDING)) {
            assertThat(rows.next()).isTrue();
            return rows.key();
        }
    }

    private byte[] value(Family family, byte[] key) {
        byte[] value = fixture.store().get(family, key);
        assertThat(value).isNotNull();
        return value == null ? new byte[0] : value;
    }

    // The record with the greatest position is that of the last write.
    private byte[] lastRecord() {
        byte[] last = first(Keyspace.RECORDS);
        long greatest = 0;
        try (Cursor rows =
                fixture.store().scan(Keyspace.RECORDS, KeyRange.all(), Direction.ASCENDING)) {
            while (rows.next()) {
                long position = ByteBuffer.wrap(rows.key()).getLong(8);
                if (position > greatest) {
                    greatest = position;
                    last = rows.key();
                }
            }
        }
        return last;
    }

    private static byte[] keyOf(String key) {
        return RowKey.of(TABLE_ID, new PrimaryKey(new AttributeValue.S(key), null)).bytes();
    }

    private static Item item(String key, String value) {
        return Item.of(Map.of("pk", new AttributeValue.S(key), "v", new AttributeValue.S(value)));
    }
}
