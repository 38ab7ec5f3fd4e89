package dev.millrace.engine.history;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.catalog.TableIndexes;
import dev.millrace.engine.catalog.TablePast;
import dev.millrace.engine.item.ItemChange;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.TableSettings;
import dev.millrace.model.table.TableStatus;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.store.Durability;
import dev.millrace.store.Store;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.memory.InMemoryStore;
import dev.millrace.store.tuple.TupleWriter;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/// A table that lives through some random days in a store, and beside it every state that it had.
final class RandomPast implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-11-20T22:00:00Z");
    private static final int TABLE_ID = 7;
    private static final int CHANGES = 500;
    private static final int PARTITIONS = 5;
    private static final int SORT_KEYS = 4;
    private static final ProvisionedThroughput NO_UNITS = new ProvisionedThroughput(0, 0);

    private final Store store = new InMemoryStore(Keyspace.families());
    private final Random random;
    private final NavigableMap<Long, NavigableMap<String, Item>> states = new TreeMap<>();
    private final NavigableMap<String, Item> state = new TreeMap<>();
    private final TableHistory history;
    private final Table table;
    private Instant now = START;

    RandomPast(long seed) {
        random = new Random(seed);
        for (int i = 0; i < PARTITIONS * SORT_KEYS / 2; i++) {
            write(key(i), item(key(i), "old"), null);
        }
        long begin = position(0);
        history = TableHistory.begin(begin, Buckets.of(begin));
        states.put(begin, new TreeMap<>(state));
        table = table(history);
        // Items of another table and another history, which have to stay out of everything.
        Table other = table(TableHistory.begin(begin - 1, Buckets.of(begin)));
        new Change(other, key(0), null, item(key(0), "other"), begin).write(store);
        for (int i = 1; i <= CHANGES; i++) {
            change(i);
        }
    }

    private record Change(
            Table table, PrimaryKey key, @Nullable Item before, @Nullable Item after, long at) {
        void write(Store store) {
            WriteBatch batch = new WriteBatch();
            RowKey row = RowKey.of(TABLE_ID, key);
            HistoryRows.write(new ItemChange(table, key, row, before, after, at, false), batch);
            store.write(batch, Durability.RELAXED);
        }
    }

    Store store() {
        return store;
    }

    /// Every state by the position at which it began, the first one at the history's beginning.
    NavigableMap<Long, NavigableMap<String, Item>> states() {
        return states;
    }

    TableAsOf asOf(long position) {
        return new TableAsOf(TABLE_ID, history, position);
    }

    TableBetween between(long from, long to) {
        return new TableBetween(TABLE_ID, history, from, to);
    }

    /// What items are told apart by, in the order of their rows.
    static String name(byte[] rowKey) {
        return HexFormat.of().formatHex(rowKey);
    }

    // Half of all changes are of one item.
    private void change(int number) {
        now = now.plus(Duration.ofMinutes(random.nextInt(20)));
        PrimaryKey key = key(random.nextBoolean() ? 0 : random.nextInt(PARTITIONS * SORT_KEYS));
        Item after = random.nextInt(3) == 0 ? null : item(key, "v" + number);
        Item before = state.get(name(key));
        if (before == null && after == null) {
            return;
        }
        long position = position(number);
        new Change(table, key, before, after, position).write(store);
        write(key, after, position);
        states.put(position, new TreeMap<>(state));
    }

    private void write(PrimaryKey key, @Nullable Item after, @Nullable Long position) {
        WriteBatch batch = new WriteBatch();
        byte[] row = RowKey.of(TABLE_ID, key).bytes();
        if (after == null) {
            state.remove(name(key));
            batch.delete(Keyspace.ITEMS, row);
        } else {
            state.put(name(key), after);
            batch.put(Keyspace.ITEMS, row, RowValue.encode(after));
        }
        if (position != null) {
            batch.put(
                    Keyspace.META,
                    Keyspace.positionKey(),
                    new TupleWriter().uint64(position).toByteArray());
        }
        store.write(batch, Durability.RELAXED);
    }

    private long position(int counter) {
        return HybridClock.firstOf(now.toEpochMilli()) + counter;
    }

    private static String name(PrimaryKey key) {
        return name(RowKey.of(TABLE_ID, key).bytes());
    }

    private static PrimaryKey key(int number) {
        return new PrimaryKey(
                new AttributeValue.S("p" + number % PARTITIONS), number(number / PARTITIONS));
    }

    private static Item item(PrimaryKey key, String value) {
        return Item.of(
                Map.of(
                        "pk", key.partition(),
                        "sk", Objects.requireNonNull(key.sort()),
                        "v", new AttributeValue.S(value)));
    }

    private static AttributeValue number(int value) {
        return new AttributeValue.N(Decimal.of(BigDecimal.valueOf(value)));
    }

    private static Table table(TableHistory history) {
        return new Table(
                TABLE_ID,
                "t",
                "uuid",
                TableStatus.ACTIVE,
                START,
                new KeySchema(
                        new KeyAttribute("pk", ScalarType.S), new KeyAttribute("sk", ScalarType.N)),
                List.of(),
                BillingMode.PAY_PER_REQUEST,
                NO_UNITS,
                List.of(0L),
                null,
                TableSettings.initial(BillingMode.PAY_PER_REQUEST, NO_UNITS),
                Map.of(),
                null,
                TableIndexes.NONE,
                new TablePast(history, null));
    }

    @Override
    public void close() {
        store.close();
    }
}
